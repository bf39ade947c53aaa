export { createUnit } from "./create-unit.ts";
export { listUnits } from "./list-units.ts";
