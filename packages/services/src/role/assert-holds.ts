import { firstLacked, type Permission } from "@storehouse/domain";
import { refuse, type TenantContext } from "../context.ts";

/** Refuses with NOT_ALLOWED, naming the first of these permissions that the actor lacks: nobody gives, takes or rules over what they may not do. */
export function assertHolds(ctx: TenantContext, permissions: Iterable<Permission>): void {
  const lacked = firstLacked(ctx.actor.permissions, permissions);
  if (lacked !== undefined) refuse(lacked);
}
