import type { SupportStatus } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import type { SupportPorts } from "./ports.ts";

/** Whether support may look into the factory, and who has. Throws NOT_ALLOWED. */
export async function getSupport(ctx: TenantContext, support: SupportPorts): Promise<SupportStatus> {
  authorize(ctx, "support.read");
  return support.status(ctx.now());
}
