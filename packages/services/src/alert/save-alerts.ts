import { and, eq, inArray, isNull } from "@storehouse/db";
import { alerts, notifications } from "@storehouse/db/tenant";
import type { AlertKind, LiveChange } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { recordChange } from "../live/index.ts";
import { newId } from "../new-id.ts";
import { notify } from "../notification/notify.ts";
import { tellRaised, tellResolved } from "../webhook/tell-alerts.ts";
import { type AlertSubject, openKeyOf, urgencyOf } from "./alert-key.ts";

/** An alert to be raised. */
export type NewAlert = AlertSubject &
  Readonly<{
    kind: AlertKind;
    onHand: string | null;
    limit: string | null;
    details?: Readonly<Record<string, unknown>>;
  }>;

/** An alert as it was raised. */
export type RaisedAlert = NewAlert & Readonly<{ id: string }>;

/** The open ones among the alerts that these keys name, by key; locked until the transaction ends. */
export async function lockOpenAlerts({ db }: TenantContext, keys: readonly string[]): Promise<Map<string, string>> {
  const open = new Map<string, string>();
  for (const some of chunksOf(keys)) {
    const rows = await db
      .select({ id: alerts.id, openKey: alerts.openKey })
      .from(alerts)
      .where(inArray(alerts.openKey, some))
      .for("update");
    for (const { id, openKey } of rows) if (openKey !== null) open.set(openKey, id);
  }
  return open;
}

/**
 * Raises alerts and tells who wants to know, in the open transaction. The caller holds the lock on the variants' totals and has asked
 * `lockOpenAlerts`: one that is open already breaks the unique key.
 */
export async function raiseAlerts(
  ctx: TenantContext,
  added: readonly NewAlert[],
  postingId: string | null,
): Promise<void> {
  if (added.length === 0) return;
  const raised = added.map((alert): RaisedAlert => ({ ...alert, id: newId() }));
  const raisedAt = ctx.now();
  for (const some of chunksOf(raised)) {
    await ctx.db.insert(alerts).values(
      some.map((alert) => ({
        ...alert,
        state: "ACTIVE" as const,
        openKey: openKeyOf(alert.kind, alert),
        urgency: urgencyOf(alert.kind),
        postingId,
        raisedAt,
      })),
    );
  }
  await recordChange(ctx, ...raised.map(changeOf));
  await tellRaised(ctx, raised);
  await notify(ctx, raised);
}

const changeOf = ({ id, locationId }: RaisedAlert): LiveChange => ({
  topic: "alerts",
  ids: [id],
  ...(locationId === null ? {} : { placeIds: [locationId] }),
});

/** Ends alerts, by themselves or by a person's hand, in the open transaction. What told of them needs no reading any more. */
export async function endAlerts(ctx: TenantContext, ids: readonly string[], by: string | null): Promise<void> {
  const { db, now } = ctx;
  if (ids.length === 0) return;
  await recordChange(ctx, { topic: "alerts", ids }, { topic: "notifications", ids: null });
  await tellResolved(ctx, ids);
  for (const some of chunksOf(ids)) {
    await db
      .update(alerts)
      .set({ state: "RESOLVED", isOpen: 0, openKey: null, resolvedAt: now(), resolvedBy: by })
      .where(and(inArray(alerts.id, some), eq(alerts.isOpen, 1)));
    await db
      .update(notifications)
      .set({ readAt: now() })
      .where(and(inArray(notifications.alertId, some), isNull(notifications.readAt)));
  }
}
