import type { EntryType } from "@storehouse/domain";

/** What each entry type is called on screens. */
export const ENTRY_TYPE_WORDS = {
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
