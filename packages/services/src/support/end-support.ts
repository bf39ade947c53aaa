import type { ByIdInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { SupportPorts } from "./ports.ts";

/** Ends support's access at once: whoever looks is shown out within seconds. A grant that is over is left so. Throws NOT_FOUND. */
export async function endSupport(
  ctx: TenantContext,
  support: SupportPorts,
  { id }: ByIdInput,
): Promise<Record<string, never>> {
  authorize(ctx, "support.grant");
  const by = { id: personOf(ctx), name: ctx.actor.name, at: ctx.now() };
  const line = { action: "support.end", entity: "supportGrant", entityId: id };
  await support.end(id, by, () => atomically(ctx, (tx) => recordAudit(tx, line)));
  return {};
}
