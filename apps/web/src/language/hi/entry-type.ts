import type { Worded } from "@storehouse/domain";
import type { entryType as en } from "../en/entry-type.ts";

export const entryType: Worded<typeof en> = {
  openingStock: "आरंभिक स्टॉक",
  bookedIn: "माल आया",
  bookedOut: "माल गया",
  made: "बनाया गया",
  usedInMaking: "बनाने में लगा",
  bought: "ख़रीदा",
  sold: "बेचा",
  returnedByCustomer: "ग्राहक से वापस",
  returnedToSupplier: "सप्लायर को वापस",
  adjusted: "समायोजित",
  movedIn: "यहाँ लाया गया",
  movedOut: "यहाँ से ले जाया गया",
  counted: "गिना गया",
  scrapped: "कबाड़ किया",
  reversal: "वापसी प्रविष्टि",
};
