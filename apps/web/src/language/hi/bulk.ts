import type { Worded } from "../catalogue.ts";
import type { bulk as en } from "../en/bulk.ts";

export const bulk: Worded<typeof en> = {
  whatToChange: "क्या बदलना है",
  price: "क़ीमत",
  cost: "लागत",
  minimum: "न्यूनतम",
  category: "श्रेणी",
  subcategory: "उपश्रेणी",
  supplier: "सप्लायर",
  usuallyKeptAt: "आम तौर पर यहाँ रखा जाता है",
  comesFrom: "कहाँ से आता है",
  putInTheArchive: "संग्रह में डालें",
  takeBackFromTheArchive: "संग्रह से वापस लाएँ",
  noneTakesItAway: "कुछ न चुनें तो हट जाएगा।",
  how: "कैसे",
  toOneValue: "एक ही मान",
  upOrDownByPercent: "प्रतिशत से बढ़ाएँ या घटाएँ",
  percent: "प्रतिशत",
  value: "मान",
  fiveAddsFivePercent: "5 से पाँच प्रतिशत बढ़ता है, −5 से घटता है।",
  leftEmptyItIsTakenAway: "ख़ाली छोड़ें तो हट जाएगा।",
};
