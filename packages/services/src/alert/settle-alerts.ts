import { type Conditions, quantityText, STOCK_ALERT_KINDS, type StockLimits } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { type AlertSubject, openKeyOf } from "./alert-key.ts";
import { endAlerts, lockOpenAlerts, type NewAlert, raiseAlerts } from "./save-alerts.ts";

/** What a variant's stock says now, over all places or at one. */
export type StockFinding = AlertSubject & Readonly<{ onHand: bigint; limits: StockLimits; conditions: Conditions }>;

/**
 * Brings the open alerts of stock to what was found: raises what holds, ends what is gone, leaves what lingers as it is.
 * The caller holds the lock on the variants' totals.
 */
export async function settleAlerts(
  ctx: TenantContext,
  findings: readonly StockFinding[],
  postingId: string | null,
): Promise<void> {
  if (findings.length === 0) return;
  const each = findings.flatMap((finding) =>
    STOCK_ALERT_KINDS.map((kind) => ({ kind, finding, key: openKeyOf(kind, finding) })),
  );
  const open = await lockOpenAlerts(
    ctx,
    each.map(({ key }) => key),
  );
  const ended = each.flatMap(({ kind, finding, key }) => {
    const id = open.get(key);
    return id !== undefined && finding.conditions[kind] === "gone" ? [id] : [];
  });
  await endAlerts(ctx, ended, null);
  const raised = each.filter(({ kind, finding, key }) => finding.conditions[kind] === "holds" && !open.has(key));
  await raiseAlerts(
    ctx,
    raised.map(({ kind, finding }) => toAlert(kind, finding)),
    postingId,
  );
}

function toAlert(kind: NewAlert["kind"], { variantId, locationId, onHand, limits }: StockFinding): NewAlert {
  const limit = kind === "OVERSTOCK" ? limits.maximum : limits.minimum;
  return {
    kind,
    variantId,
    locationId,
    onHand: quantityText(onHand),
    limit: limit === undefined ? null : quantityText(limit),
  };
}
