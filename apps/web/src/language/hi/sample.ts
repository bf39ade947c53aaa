import type { Worded } from "@storehouse/domain";
import type { sample as en } from "../en/sample.ts";

export const sample: Worded<typeof en> = {
  loading: "नमूना आ रहा है…",
  load: "नमूना फ़ैक्टरी लाएँ",
  gone: "नमूना हट गया।",
  goneAndKept: "नमूना हट गया। {count} उत्पाद {count, plural, one {आपका बनकर रह गया} other {आपके बनकर रह गए}}।",
  removeTheSampleAsked: "नमूना हटाएँ?",
  whatGoes:
    "इसके उत्पाद, जगहें और सप्लायर संग्रह में जाएँगे और इसका स्टॉक शून्य हो जाएगा। जो आपने ख़ुद बनाया वह रहेगा। प्रविष्टियाँ वापस ली हुई खाते में रहेंगी, ताकि हर जोड़ मिलता रहे।",
  keepCounted: "{count} उत्पाद रखें",
  removeEverything: "सब कुछ हटाएँ",
  removeTheSample: "नमूना हटाएँ",
  youBooked:
    "आपने {products} नमूना {products, plural, one {उत्पाद} other {उत्पादों}} पर अपनी {entries} {entries, plural, one {प्रविष्टि} other {प्रविष्टियाँ}} बुक की हैं। इन उत्पादों को पूरे स्टॉक के साथ रखें, या इन्हें भी हटाएँ: तब आपकी प्रविष्टियाँ भी नमूने की तरह वापस हो जाएँगी।",
  thisIsASample: "यह देखने-समझने के लिए नमूना फ़ैक्टरी है। जो चाहें बुक करें, बदलें और वापस लें।",
  isHere: "नमूना फ़ैक्टरी तैयार है: {products} उत्पाद, और {entries} प्रविष्टियों में चार हफ़्ते का काम।",
};
