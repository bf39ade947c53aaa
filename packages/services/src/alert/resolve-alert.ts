import { type AlertState, type ByIdInput, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { lockAlert } from "./lock-alert.ts";
import { endAlerts } from "./save-alerts.ts";

/**
 * Ends an alert by hand: only one of a level that does not tie, which the next proof raises again if it still holds. What a quantity says ends
 * when the quantity does. Sent twice it answers the same. Throws NOT_FOUND, WRONG_STATE for one that ends by itself.
 */
export function resolveAlert(ctx: TenantContext, { id }: ByIdInput): Promise<{ state: AlertState }> {
  authorize(ctx, "alerts.resolve");
  return atomically(ctx, async (tx) => {
    const { kind, state } = await lockAlert(tx, id);
    if (state === "RESOLVED") return { state };
    if (kind !== "LEVEL_MISMATCH") fail({ code: "WRONG_STATE", entity: "alert", id, state });
    await endAlerts(tx, [id], personOf(tx));
    await recordAudit(tx, {
      action: "alerts.resolve",
      entity: "alert",
      entityId: id,
      before: { state },
      after: { state: "RESOLVED" },
    });
    return { state: "RESOLVED" };
  });
}
