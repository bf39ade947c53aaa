import type { Worded } from "@storehouse/domain";
import type * as en from "../en/terms.ts";

export const category: Worded<typeof en.category> = {
  raw: "कच्चा माल",
  semi: "अधबना",
  finished: "तैयार",
  consumable: "खपत का",
};

export const sourceType: Worded<typeof en.sourceType> = {
  manufacturing: "यहीं बनता है",
  trading: "ख़रीदा",
};

export const locationType: Worded<typeof en.locationType> = {
  WAREHOUSE: "गोदाम",
  FACTORY_FLOOR: "कारख़ाने का फ़र्श",
  STORE: "दुकान",
  QUARANTINE: "जाँच के लिए रोका",
  TRANSIT: "रास्ते में",
  SCRAP: "कबाड़",
};

export const dimension: Worded<typeof en.dimension> = {
  count: "नग",
  mass: "वज़न",
  length: "लंबाई",
  area: "क्षेत्रफल",
  volume: "आयतन",
  time: "समय",
};

export const alertKind: Worded<typeof en.alertKind> = {
  OUT: "ख़त्म",
  LOW: "कम",
  OVERSTOCK: "बहुत ज़्यादा",
  LEVEL_MISMATCH: "मेल नहीं खाता",
};

export const entryType: Worded<typeof en.entryType> = {
  opening: "आरंभिक स्टॉक",
  manual_in: "माल आया",
  manual_out: "माल गया",
  manufacturing_in: "बनाया गया",
  manufacturing_out: "बनाने में लगा",
  purchase: "ख़रीदा",
  sale: "बेचा",
  sale_return: "ग्राहक से वापस",
  purchase_return: "सप्लायर को वापस",
  adjustment: "समायोजित",
  transfer_in: "यहाँ लाया गया",
  transfer_out: "यहाँ से ले जाया गया",
  count: "गिना गया",
  scrap: "कबाड़ किया",
  reversal: "वापसी प्रविष्टि",
};

export const importState: Worded<typeof en.importState> = {
  UPLOADED: "नहीं लाई गई",
  RUNNING: "चल रही है",
  DONE: "हो गई",
  FAILED: "रुक गई",
  UNDONE: "वापस ली गई",
};

export const question: Worded<typeof en.question> = {
  open: "खुला",
  resolved: "उत्तर मिला",
};
