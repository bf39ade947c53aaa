export { getPlan, measurePlan } from "./get-plan.ts";
export { measureUsage } from "./measure-usage.ts";
export type { UsagePorts } from "./ports.ts";
