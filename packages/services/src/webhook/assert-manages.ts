import { fail, type Permission, webhookAddressProblem } from "@storehouse/domain";
import { authorize, refuse, type TenantContext } from "../context.ts";
import type { WebhookPorts } from "./ports.ts";

/** Refuses whoever lacks the permission, and whoever is limited to places: what an endpoint is told is of the whole factory. */
export function assertManages(ctx: TenantContext, permission: Permission): void {
  authorize(ctx, permission);
  if (ctx.actor.places !== null) refuse(permission);
}

/** Refuses an address that must not be told anything, at its field. */
export function assertAddress({ webhookReach }: WebhookPorts, url: string): void {
  const reason = webhookAddressProblem(url, webhookReach);
  if (reason !== undefined) fail({ code: "INVALID", field: "url", reason });
}
