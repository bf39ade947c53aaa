import type { DeliveryAttempt, DeliveryRow, DeliveryState } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";
import { t, wordsOf } from "../../language/t.ts";

export const STATE_WORDS: Readonly<Record<DeliveryState, string>> = wordsOf({
  PENDING: "program.waiting",
  DELIVERED: "program.taken",
  DEAD: "program.givenUp",
});

/** How a delivery stands, in a word and what that means: one that waits after a failed attempt is no longer just on its way. */
export function standingOf({ state, attempts }: Pick<DeliveryRow, "state" | "attempts">): {
  text: string;
  meaning: Meaning;
} {
  if (state === "DELIVERED") return { text: STATE_WORDS.DELIVERED, meaning: "fine" };
  if (state === "DEAD") return { text: STATE_WORDS.DEAD, meaning: "problem" };
  return attempts > 0
    ? { text: t("program.triesAgain"), meaning: "attention" }
    : { text: STATE_WORDS.PENDING, meaning: "progress" };
}

const ERROR_WORDS: Readonly<Record<string, string>> = wordsOf({
  TIMED_OUT: "program.noWholeAnswer",
  ECONNREFUSED: "program.nobodyAnswers",
  ECONNRESET: "program.connectionCut",
  EHOSTUNREACH: "program.noWayThere",
  ENETUNREACH: "program.noWayThere",
  NO_SUCH_HOST: "program.noSuchAddress",
  ADDRESS_REFUSED: "program.insideANetwork",
  SECRET_UNREADABLE: "program.secretUnreadable",
});

/** What came back, or why nothing did. */
export function answerText({ status, error }: Pick<DeliveryAttempt, "status" | "error">): string {
  if (status !== null) return t("program.answered", { status });
  if (error === null) return "–";
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(error)) return t("program.notTrusted");
  return ERROR_WORDS[error] ?? t("program.answerUnreadable", { error });
}

/** A duration as people say it. */
export const durationText = (ms: number): string => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`);
