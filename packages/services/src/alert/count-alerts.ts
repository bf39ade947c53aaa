import { and, count, eq } from "@storehouse/db";
import { alerts } from "@storehouse/db/tenant";
import { ALERT_KINDS, type AlertCounts, type AlertKind } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { urgencyOf } from "./alert-key.ts";

/** Counts the alerts that hold now, by kind, and those nobody has seen to. */
export async function countAlerts(ctx: TenantContext): Promise<AlertCounts> {
  authorize(ctx, "alerts.read");
  const rows = await ctx.db
    .select({ urgency: alerts.urgency, state: alerts.state, count: count() })
    .from(alerts)
    .where(and(eq(alerts.isOpen, 1), inPlaces(ctx, alerts.locationId)))
    .groupBy(alerts.urgency, alerts.state);
  const sum = (of: typeof rows): number => of.reduce((total, row) => total + row.count, 0);
  const byKind = ALERT_KINDS.map((kind) => [kind, sum(rows.filter(({ urgency }) => urgency === urgencyOf(kind)))]);
  return {
    open: sum(rows),
    active: sum(rows.filter(({ state }) => state === "ACTIVE")),
    byKind: Object.fromEntries(byKind) as Record<AlertKind, number>,
  };
}
