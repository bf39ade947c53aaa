import type { OutboxKind } from "@storehouse/domain";
import type { TenantContext } from "./context.ts";

/** Notes that something was put into an outbox, for whoever sends it to hear of after the commit. */
export function noteQueued(ctx: TenantContext, kind: OutboxKind): void {
  if (ctx.queued === undefined) ctx.onQueued?.(kind);
  else ctx.queued.add(kind);
}
