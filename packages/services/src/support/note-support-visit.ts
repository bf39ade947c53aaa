import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";

/** Writes into the factory's own log that the operator who acts came in by its grant, or left. */
export function noteSupportVisit(
  ctx: TenantContext,
  action: "support.enter" | "support.leave",
  { grantId, sessionId }: Readonly<{ grantId: string; sessionId: string }>,
): Promise<void> {
  const line = { action, entity: "supportGrant", entityId: grantId, after: { sessionId } };
  return atomically(ctx, (tx) => recordAudit(tx, line));
}
