import { dayIn, daysUntil, type Language, reminderDue, stepsAfter, type Subscription } from "@storehouse/domain";
import { sayIn } from "../language/translation.ts";
import type { MasterNews } from "../notification/index.ts";

const DAY_MS = 86_400_000;

/** What a factory's masters should hear of its subscription at a moment; undefined where all is well. Days are told in the factory's zone. */
export function subscriptionNews(
  { state, endsAt }: Subscription,
  { now, timeZone }: Readonly<{ now: Date; timeZone: string }>,
): MasterNews | undefined {
  if (endsAt === null) return undefined;
  const { readOnlyAt, suspendedAt } = stepsAfter(endsAt);
  const written = (on: Date, words: "ending" | "due" | "readOnly") => (language: Language) => {
    const values = { day: dayIn(timeZone, on) };
    const say = sayIn(language);
    const [subject, body] = LETTERS[words];
    return { subject: say(subject, values), body: say(body, values), path: "/settings" };
  };
  const days = reminderDue({ state, endsAt }, now);
  if (days !== undefined) {
    const since = new Date(endsAt.getTime() - days * DAY_MS);
    return { kind: "PERIOD_ENDING", count: daysUntil(endsAt, now), since, letter: written(endsAt, "ending") };
  }
  if (state === "PAST_DUE")
    return {
      kind: "PAYMENT_DUE",
      count: daysUntil(readOnlyAt, now),
      since: endsAt,
      letter: written(readOnlyAt, "due"),
    };
  if (state === "READ_ONLY")
    return {
      kind: "READ_ONLY",
      count: daysUntil(suspendedAt, now),
      since: readOnlyAt,
      letter: written(suspendedAt, "readOnly"),
    };
  return undefined;
}

const LETTERS = {
  ending: ["letter.periodEnding", "letter.periodEndingBody"],
  due: ["letter.paymentDue", "letter.paymentDueBody"],
  readOnly: ["letter.readOnly", "letter.readOnlyBody"],
} as const;
