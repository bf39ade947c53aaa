import type { Worded } from "@storehouse/domain";
import type { supplier as en } from "../en/supplier.ts";

export const supplier: Worded<typeof en> = {
  none: "कोई नहीं",
  noSuchSupplier: "ऐसा कोई सप्लायर नहीं",
  businessName: "कारोबार का नाम",
  supplierSaved: "सप्लायर सहेज लिया",
  supplierAdded: "सप्लायर जोड़ दिया",
  addASupplier: "सप्लायर जोड़ें",
  contact: "संपर्क",
  whoYouBuyFromAnd: "आप किससे ख़रीदते हैं, और उनसे कैसे संपर्क हो।",
  addWhoYouBuyFrom: "जिनसे ख़रीदते हैं उन्हें जोड़ें, तो हर उत्पाद बता सकेगा कि वह कहाँ से आता है।",
  contactPerson: "संपर्क व्यक्ति",
  phone: "फ़ोन",
  address: "पता",
  taxNumber: "टैक्स नंबर",
  suppliers: "सप्लायर",
};
