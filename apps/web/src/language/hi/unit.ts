import type { Worded } from "@storehouse/domain";
import type { unit as en } from "../en/unit.ts";

export const unit: Worded<typeof en> = {
  choose: "चुनें",
  noSuchUnit: "ऐसी कोई इकाई नहीं",
  shortName: "छोटा नाम",
  measures: "क्या नापती है",
  digitsAfterThePoint: "दशमलव के बाद अंक",
  pieces: "नग",
  weight: "वज़न",
  length: "लंबाई",
  area: "क्षेत्रफल",
  volume: "आयतन",
  time: "समय",
  unitAdded: "इकाई जोड़ दी",
  addAUnit: "इकाई जोड़ें",
  asItStandsBehindA: "जैसे संख्या के पीछे लिखी जाती है: pcs, kg, box।",
  noneForWhatIsCounted: "पूरे गिने जाने वालों के लिए 0; किलो और मीटर के लिए 3।",
  none: "कोई नहीं",
  whatQuantitiesAreCountedIn: "मात्राएँ किसमें गिनी जाती हैं। डिब्बे में कितने नग हैं यह हर उत्पाद पर लिखा जाता है।",
  addTheUnitsYouCount: "जिनमें आप गिनते हैं वे इकाइयाँ जोड़ें।",
  name: "नाम",
  units: "इकाइयाँ",
};
