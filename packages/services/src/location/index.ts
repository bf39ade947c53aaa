export { archiveLocation } from "./archive-location.ts";
export { createLocation } from "./create-location.ts";
export { getLocation } from "./get-location.ts";
export { listLocations } from "./list-locations.ts";
export { updateLocation } from "./update-location.ts";
