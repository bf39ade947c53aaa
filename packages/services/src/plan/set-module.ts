import { fail, type SetModuleInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { recordChange } from "../live/index.ts";
import { readSettings } from "../settings/read-settings.ts";
import type { ModulePorts } from "./ports.ts";

/**
 * Turns a module of the factory's plan on or off; what was made with it is kept. What stands so already is left. Throws NOT_ALLOWED, MODULE_DISABLED for one
 * that the plan leaves out.
 */
export async function setModule(
  ctx: TenantContext,
  modules: ModulePorts,
  { module, isOn }: SetModuleInput,
): Promise<Record<string, never>> {
  authorize(ctx, "plan.setModule");
  if (isOn && !ctx.allowance?.modules.includes(module)) fail({ code: "MODULE_DISABLED", module });
  const { factoryId } = await readSettings(ctx.db);
  const line = {
    action: isOn ? "plan.turnOn" : "plan.turnOff",
    entity: "settings",
    entityId: factoryId,
    before: { [module]: !isOn },
    after: { [module]: isOn },
  };
  await modules.set({ module, isOn, by: ctx.actor.name }, () => atomically(ctx, (tx) => recordAudit(tx, line)));
  // The line told open screens before the registry's transaction ended: what they asked for then may still have been the old.
  await atomically(ctx, (tx) => recordChange(tx, { topic: "factory", ids: null }));
  return {};
}
