import type { LocationType } from "@storehouse/domain";
import { wordsOf } from "../../language/t.ts";

/** What a place is for, in words. */
export const LOCATION_TYPE_WORDS = wordsOf({
  WAREHOUSE: "location.storeRoom",
  FACTORY_FLOOR: "location.factoryFloor",
  STORE: "location.shop",
  QUARANTINE: "location.heldForChecking",
  TRANSIT: "location.onTheWay",
  SCRAP: "location.scrap",
}) satisfies Record<LocationType, string>;
