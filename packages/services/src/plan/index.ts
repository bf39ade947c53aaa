export { getPlan, measurePlan } from "./get-plan.ts";
export { setModule } from "./set-module.ts";
export { tellSubscription } from "./tell-subscription.ts";
export { measureUsage } from "./measure-usage.ts";
export type { ModulePorts, UsagePorts } from "./ports.ts";
