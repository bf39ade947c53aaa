export { getDashboard } from "./get-dashboard.ts";
export { getFirstSteps } from "./get-first-steps.ts";
export { getOwnDay } from "./get-own-day.ts";
