import type { AlertKind, Category, Dimension, EntryType, LocationType, SourceType } from "@storehouse/domain";

/** What a file says for a category. */
export const CATEGORIES: Readonly<Record<Category, string>> = {
  raw: "Raw material",
  semi: "Semi-finished",
  finished: "Finished",
  consumable: "Consumable",
};

export const SOURCE_TYPES: Readonly<Record<SourceType, string>> = { manufacturing: "Made here", trading: "Bought" };

export const LOCATION_TYPES: Readonly<Record<LocationType, string>> = {
  WAREHOUSE: "Store room",
  FACTORY_FLOOR: "Factory floor",
  STORE: "Shop",
  QUARANTINE: "Held for checking",
  TRANSIT: "On the way",
  SCRAP: "Scrap",
};

export const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  count: "Pieces",
  mass: "Weight",
  length: "Length",
  area: "Area",
  volume: "Volume",
  time: "Time",
};

export const ALERT_KINDS: Readonly<Record<AlertKind, string>> = {
  OUT: "Out",
  LOW: "Low",
  OVERSTOCK: "Too much",
  LEVEL_MISMATCH: "Does not tie",
};

export const ENTRY_TYPES: Readonly<Record<EntryType, string>> = {
  opening: "Opening stock",
  manual_in: "Booked in",
  manual_out: "Booked out",
  manufacturing_in: "Made",
  manufacturing_out: "Used in making",
  purchase: "Bought",
  sale: "Sold",
  sale_return: "Returned by customer",
  purchase_return: "Returned to supplier",
  adjustment: "Adjusted",
  transfer_in: "Moved in",
  transfer_out: "Moved out",
  count: "Counted",
  scrap: "Scrapped",
  reversal: "Reversal",
};

export const IMPORT_STATES = {
  UPLOADED: "Not imported",
  RUNNING: "Running",
  DONE: "Done",
  FAILED: "Stopped",
  UNDONE: "Undone",
} as const;

type Named = Readonly<{ productName: string; variantName: string | null }>;

/** A variant by its product's name, and its own where it shows one. */
export const nameOf = ({ productName, variantName }: Named): string =>
  variantName === null ? productName : `${productName}, ${variantName}`;

/** In use or put away. */
export const useOf = ({ isArchived }: Readonly<{ isArchived: boolean }>): string =>
  isArchived ? "Archived" : "In use";

/** True where nothing is left. */
export const isNothing = (quantity: string): boolean => !/[1-9]/.test(quantity);
