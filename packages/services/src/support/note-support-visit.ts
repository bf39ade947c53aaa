import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { tellMasters } from "../notification/index.ts";

/** Writes into the factory's own log that the operator who acts came in by its grant, or left. The masters hear of each time that one comes in. */
export function noteSupportVisit(
  ctx: TenantContext,
  action: "support.enter" | "support.leave",
  { grantId, sessionId }: Readonly<{ grantId: string; sessionId: string }>,
): Promise<void> {
  const line = { action, entity: "supportGrant", entityId: grantId, after: { sessionId } };
  return atomically(ctx, async (tx) => {
    await recordAudit(tx, line);
    if (action === "support.enter") await tellMasters(tx, { kind: "SUPPORT_IN", count: 1, since: tx.now() });
  });
}
