import type { EntryType } from "@storehouse/domain";

/** What each kind of entry is called. */
export const ENTRY_WORDS: Record<EntryType, string> = {
  opening: "Opening",
  manual_in: "Booked in",
  manual_out: "Booked out",
  manufacturing_in: "Made",
  manufacturing_out: "Used",
  purchase: "Purchase",
  sale: "Sale",
  sale_return: "Return from customer",
  purchase_return: "Return to supplier",
  adjustment: "Adjustment",
  transfer_in: "Moved in",
  transfer_out: "Moved out",
  count: "Count",
  scrap: "Scrap",
  reversal: "Undone",
};
