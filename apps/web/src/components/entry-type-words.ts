import type { EntryType } from "@storehouse/domain";
import { wordsOf } from "../language/t.ts";

/** What each entry type is called on screens. */
export const ENTRY_TYPE_WORDS = wordsOf({
  opening: "entryType.openingStock",
  manual_in: "entryType.bookedIn",
  manual_out: "entryType.bookedOut",
  manufacturing_in: "entryType.made",
  manufacturing_out: "entryType.usedInMaking",
  purchase: "entryType.bought",
  sale: "entryType.sold",
  sale_return: "entryType.returnedByCustomer",
  purchase_return: "entryType.returnedToSupplier",
  adjustment: "entryType.adjusted",
  transfer_in: "entryType.movedIn",
  transfer_out: "entryType.movedOut",
  count: "entryType.counted",
  scrap: "entryType.scrapped",
  reversal: "entryType.reversal",
}) satisfies Record<EntryType, string>;
