import { inArray } from "@storehouse/db";
import { alerts } from "@storehouse/db/tenant";
import { trimDecimal } from "@storehouse/domain";
import type { RaisedAlert } from "../alert/save-alerts.ts";
import type { TenantContext } from "../context.ts";
import { isHeard } from "./find-hooks.ts";
import { ITEMS_MAX, tell } from "./write-events.ts";

type AlertFacts = Pick<RaisedAlert, "id" | "kind" | "variantId" | "locationId" | "onHand" | "limit">;

/** Tells programs of alerts that were raised. */
export async function tellRaised(ctx: TenantContext, raised: readonly AlertFacts[]): Promise<void> {
  if (!(await isHeard(ctx, "alert.raised"))) return;
  const items = raised.slice(0, ITEMS_MAX).map(itemOf);
  await tell(ctx, { event: "alert.raised", head: {}, list: "alerts", items, count: raised.length });
}

/** Tells programs of alerts that have ended. */
export async function tellResolved(ctx: TenantContext, ids: readonly string[]): Promise<void> {
  if (!(await isHeard(ctx, "alert.resolved"))) return;
  const { id, kind, variantId, locationId, onHand, limit } = alerts;
  const ended = await ctx.db
    .select({ id, kind, variantId, locationId, onHand, limit })
    .from(alerts)
    .where(inArray(id, ids.slice(0, ITEMS_MAX)));
  await tell(ctx, {
    event: "alert.resolved",
    head: {},
    list: "alerts",
    items: ended.map(itemOf),
    count: ids.length,
  });
}

const itemOf = ({ id, kind, variantId, locationId, onHand, limit }: AlertFacts) => ({
  id,
  kind,
  variantId,
  locationId,
  onHand: onHand && trimDecimal(onHand),
  limit: limit && trimDecimal(limit),
});
