export { acknowledgeAlert } from "./acknowledge-alert.ts";
export { countAlerts } from "./count-alerts.ts";
export { getThresholds } from "./get-thresholds.ts";
export { listAlerts } from "./list-alerts.ts";
export { resolveAlert } from "./resolve-alert.ts";
export { reviewFactory } from "./review-factory.ts";
export { setThreshold } from "./set-threshold.ts";
