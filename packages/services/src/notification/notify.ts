import { notifications } from "@storehouse/db/tenant";
import { ALERT_KINDS, type LiveChange } from "@storehouse/domain";
import type { RaisedAlert } from "../alert/save-alerts.ts";
import type { TenantContext } from "../context.ts";
import { queueAlertEmails } from "../email/queue-alert-emails.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { recordChange } from "../live/index.ts";
import { newId } from "../new-id.ts";
import { findRecipients } from "./find-recipients.ts";
import { wantedBy } from "./wanted-by.ts";

// From this many at once on, a person is told of all of them in one notification.
const TOGETHER_FROM = 10;

/** Tells who wants to know of alerts that were raised, in the transaction that raised them: one notification a person and alert, one e-mail a person. */
export async function notify(ctx: TenantContext, raised: readonly RaisedAlert[]): Promise<void> {
  const people = await findRecipients(ctx, [...new Set(raised.map(({ kind }) => kind))]);
  const createdAt = ctx.now();
  const rows = people.flatMap((person) =>
    toNotifications(wantedBy(person, raised, ({ inApp }) => inApp)).map((row) => ({
      ...row,
      id: newId(),
      userId: person.id,
      createdAt,
    })),
  );
  await recordChange(ctx, ...rows.map(({ id, userId }): LiveChange => ({ topic: "notifications", ids: [id], userId })));
  for (const some of chunksOf(rows)) await ctx.db.insert(notifications).values(some);
  const letters = people.flatMap((person) => {
    const alerts = wantedBy(person, raised, ({ email }) => email === "atOnce");
    return person.email === null || alerts.length === 0
      ? []
      : [{ toAddress: person.email, language: person.language, alerts }];
  });
  await queueAlertEmails(ctx, letters);
}

function toNotifications(wanted: readonly RaisedAlert[]) {
  if (wanted.length < TOGETHER_FROM) return wanted.map(({ id, kind }) => ({ kind, alertId: id, count: 1 }));
  const kind = ALERT_KINDS.find((one) => wanted.some((alert) => alert.kind === one)) ?? "LOW";
  return [{ kind, alertId: null, count: wanted.length }];
}
