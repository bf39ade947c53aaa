import { eq } from "@storehouse/db";
import { alerts } from "@storehouse/db/tenant";
import { type AlertState, type ByIdInput, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { lockAlert } from "./lock-alert.ts";

/** Says that somebody is seeing to an alert; it stays open until it ends. Sent twice, the first who said so stays named. Throws NOT_FOUND, WRONG_STATE once it has ended. */
export function acknowledgeAlert(ctx: TenantContext, { id }: ByIdInput): Promise<{ state: AlertState }> {
  authorize(ctx, "alerts.acknowledge");
  return atomically(ctx, async (tx) => {
    const { state } = await lockAlert(tx, id);
    if (state === "ACKNOWLEDGED") return { state };
    if (state === "RESOLVED") fail({ code: "WRONG_STATE", entity: "alert", id, state });
    const next = { state: "ACKNOWLEDGED", acknowledgedAt: tx.now(), acknowledgedBy: personOf(tx) } as const;
    await tx.db.update(alerts).set(next).where(eq(alerts.id, id));
    await recordAudit(tx, {
      action: "alerts.acknowledge",
      entity: "alert",
      entityId: id,
      before: { state },
      after: { state: next.state },
    });
    return { state: next.state };
  });
}
