import { fail, type SetModuleInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
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
  await atomically(ctx, async (tx) => {
    const { factoryId } = await readSettings(tx.db);
    // The registry stands in another database, and has a log of its own: without it, the line here would say what is not so.
    if (!(await modules.set(module, isOn, tx.actor.name))) return;
    await recordAudit(tx, {
      action: isOn ? "plan.turnOn" : "plan.turnOff",
      entity: "settings",
      entityId: factoryId,
      before: { [module]: !isOn },
      after: { [module]: isOn },
    });
  });
  return {};
}
