import type { Worded } from "@storehouse/domain";
import type { subcategory as en } from "../en/subcategory.ts";

export const subcategory: Worded<typeof en> = {
  groupsOfYourOwnUnder: "कच्चा, अधबना, तैयार और खपत के माल के नीचे आपके अपने समूह: बेयरिंग, पेंट, सीलिंग पंखे।",
  addASubcategory: "उपश्रेणी जोड़ें",
  groupProductsThatBelongTogether: "साथ के उत्पादों का समूह बनाएँ, ताकि वे साथ मिलें और साथ गिने जाएँ।",
  none: "कोई नहीं",
  noSuchSubcategory: "ऐसी कोई उपश्रेणी नहीं",
  subcategorySaved: "उपश्रेणी सहेज ली",
  subcategoryAdded: "उपश्रेणी जोड़ दी",
  rawMaterial: "कच्चा माल",
  semiFinished: "अधबना",
  finished: "तैयार",
  consumable: "खपत का",
  name: "नाम",
  subcategories: "उपश्रेणियाँ",
};
