import type { GrantSupportInput, SupportGrant } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { SupportPorts } from "./ports.ts";

/** Lets the service's support look into the factory for some hours; sent twice, it is granted once. Throws WRONG_STATE while a grant stands. */
export async function grantSupport(
  ctx: TenantContext,
  support: SupportPorts,
  input: GrantSupportInput,
): Promise<SupportGrant> {
  authorize(ctx, "support.grant");
  const { id: entityId, hours, reason } = input;
  const by = { id: personOf(ctx), name: ctx.actor.name, at: ctx.now() };
  const line = { action: "support.grant", entity: "supportGrant", entityId, after: { hours }, reason };
  return support.grant(input, by, () => atomically(ctx, (tx) => recordAudit(tx, line)));
}
