import { and, eq } from "@storehouse/db";
import { alerts } from "@storehouse/db/tenant";
import { type AlertKind, type AlertState, fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** Locks an alert and reads where it stands. Throws NOT_FOUND, for one beyond the places the actor is limited to as well. */
export async function lockAlert(
  ctx: TenantContext,
  id: string,
): Promise<{ kind: AlertKind; state: AlertState; variantId: string }> {
  const [alert] = await ctx.db
    .select({ kind: alerts.kind, state: alerts.state, variantId: alerts.variantId })
    .from(alerts)
    .where(and(eq(alerts.id, id), inPlaces(ctx, alerts.locationId)))
    .for("update");
  return alert ?? fail({ code: "NOT_FOUND", entity: "alert", id });
}
