import { fail, type Permission, rolesWith } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";

/** A copy shows the whole factory: who is limited to places may not look, whatever else they may. Throws NOT_ALLOWED. */
export function authorizeCopy(ctx: TenantContext, permission: Permission): void {
  authorize(ctx, permission);
  if (ctx.actor.places !== null) fail({ code: "NOT_ALLOWED", permission, grantedBy: rolesWith(permission) });
}
