import { authorize, type TenantContext } from "../context.ts";
import type { AccountPorts } from "./ports.ts";

/** Has the factory's people counted anew and its pool's limit set to match, as the worker does on its timetable. */
export async function syncConnections(ctx: TenantContext, accounts: AccountPorts): Promise<Record<string, never>> {
  authorize(ctx, "factory.syncConnections");
  await accounts.peopleChanged();
  return {};
}
