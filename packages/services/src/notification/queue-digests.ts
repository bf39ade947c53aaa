import { and, asc, eq, inArray } from "@storehouse/db";
import { alerts, notificationPreferences } from "@storehouse/db/tenant";
import { ALERT_KINDS, dayIn, EMAIL_TIMES } from "@storehouse/domain";
import { createHash } from "node:crypto";
import { atomically, type TenantContext } from "../context.ts";
import { queueAlertEmails } from "../email/queue-alert-emails.ts";
import { readSettings } from "../settings/read-settings.ts";
import { findRecipients } from "./find-recipients.ts";
import { wantedBy } from "./wanted-by.ts";

/** The hours of the factory's morning in which a digest goes out: more than one, for a worker that was down in the first. */
const HOURS = [7, 8, 9];
/** More than this nobody reads in a letter. */
const ALERTS_MAX = 500;

/**
 * In a factory's morning, queues one e-mail of all that holds for everybody who asked for one a day; nobody is written twice on a day, however
 * often it runs. For jobs.
 */
export async function queueDigests(ctx: TenantContext): Promise<{ queued: number }> {
  const { timeZone } = await readSettings(ctx.db);
  if (!HOURS.includes(hourIn(timeZone, ctx.now())) || !(await isWanted(ctx))) return { queued: 0 };
  const people = await findRecipients(ctx, ALERT_KINDS);
  const open = await ctx.db
    .select({ id: alerts.id, kind: alerts.kind, locationId: alerts.locationId })
    .from(alerts)
    .where(eq(alerts.isOpen, 1))
    .orderBy(asc(alerts.urgency), asc(alerts.raisedAt), asc(alerts.id))
    .limit(ALERTS_MAX);
  const day = dayIn(timeZone, ctx.now());
  const letters = people.flatMap((person) => {
    const wanted = wantedBy(person, open, ({ email }) => email === "daily");
    if (person.email === null || wanted.length === 0) return [];
    return [
      {
        toAddress: person.email,
        language: person.language,
        alerts: wanted,
        id: idOf(person.id, day),
        isDigest: true,
      },
    ];
  });
  await atomically(ctx, (tx) => queueAlertEmails(tx, letters));
  return { queued: letters.length };
}

/** Most factories have nobody who asked: one row says so. */
async function isWanted({ db }: TenantContext): Promise<boolean> {
  const { userId, email, kind } = notificationPreferences;
  const [one] = await db
    .select({ userId })
    .from(notificationPreferences)
    .where(and(eq(email, EMAIL_TIMES.indexOf("daily")), inArray(kind, [...ALERT_KINDS])))
    .limit(1);
  return one !== undefined;
}

const hourIn = (timeZone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(at));

/** The same for a person and a day each time: the outbox takes it once. */
function idOf(userId: string, day: string): string {
  const hex = createHash("sha256").update(`digest ${userId} ${day}`).digest("hex");
  // The marks of a version 8 UUID: made by a rule of one's own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
