import type { LocationType } from "@storehouse/domain";

/** What a place is for, in words. */
export const LOCATION_TYPE_WORDS = {
  WAREHOUSE: "Store room",
  FACTORY_FLOOR: "Factory floor",
  STORE: "Shop",
  QUARANTINE: "Held for checking",
  TRANSIT: "On the way",
  SCRAP: "Scrap",
} as const satisfies Record<LocationType, string>;
