export { type FanPart, fanParts } from "./fan-parts.ts";
export { getSample } from "./get-sample.ts";
export { loadSample } from "./load-sample.ts";
export { planDay, planShortages } from "./plan-day.ts";
export { removeSample } from "./remove-sample.ts";
export type { SeedAction, SeedStock, SeedWorld } from "./seed-world.ts";
export { seededRandom } from "./seeded-random.ts";
