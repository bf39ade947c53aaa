export { closePeriod } from "./close-period.ts";
export { getSettings } from "./get-settings.ts";
export { updateSettings } from "./update-settings.ts";
