import type {
  AlertKind,
  Category,
  Dimension,
  EntryType,
  FlagState,
  ImportStatus,
  LocationType,
  SourceType,
} from "@storehouse/domain";

/** What each choice of a field is called, by how it is stored. */
export const category = {
  raw: "Raw material",
  semi: "Semi-finished",
  finished: "Finished",
  consumable: "Consumable",
} as const satisfies Record<Category, string>;

export const sourceType = { manufacturing: "Made here", trading: "Bought" } as const satisfies Record<
  SourceType,
  string
>;

export const locationType = {
  WAREHOUSE: "Store room",
  FACTORY_FLOOR: "Factory floor",
  STORE: "Shop",
  QUARANTINE: "Held for checking",
  TRANSIT: "On the way",
  SCRAP: "Scrap",
} as const satisfies Record<LocationType, string>;

export const dimension = {
  count: "Pieces",
  mass: "Weight",
  length: "Length",
  area: "Area",
  volume: "Volume",
  time: "Time",
} as const satisfies Record<Dimension, string>;

export const alertKind = {
  OUT: "Out",
  LOW: "Low",
  OVERSTOCK: "Too much",
  LEVEL_MISMATCH: "Does not tie",
} as const satisfies Record<AlertKind, string>;

export const entryType = {
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
} as const satisfies Record<EntryType, string>;

export const importState = {
  UPLOADED: "Not imported",
  RUNNING: "Running",
  DONE: "Done",
  FAILED: "Stopped",
  UNDONE: "Undone",
} as const satisfies Record<ImportStatus["state"], string>;

/** Where the question about a line of the audit log stands. */
export const question = { open: "Open", resolved: "Answered" } as const satisfies Record<
  Exclude<FlagState, "none">,
  string
>;
