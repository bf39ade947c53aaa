import type { Worded } from "@storehouse/domain";
import type { landing as en } from "../en/landing.ts";

export const landing: Worded<typeof en> = {
  aDatabaseOfYourOwn: "आपका अपना डेटाबेस",
  yourFactorysRecordsStandIn:
    "आपकी फ़ैक्टरी के रिकॉर्ड ऐसे डेटाबेस में हैं जिसे किसी और फ़ैक्टरी का खाता खोल ही नहीं सकता। यह छलनी नहीं, ताला है।",
  undoAnything: "कुछ भी वापस लें",
  booked160000For16: "16,000 की जगह 1,60,000 दर्ज हो गया? एक बटन से वापस, और दोनों नाम और समय के साथ खाते में रहते हैं।",
  numbersThatProveThemselves: "संख्याएँ जो ख़ुद को साबित करें",
  everyQuantityIsTheSum: "हर मात्रा अपनी प्रविष्टियों का जोड़ है। एक बटन सबका खाते से मिलान करता है, आख़िरी ग्राम तक।",
  knowWhatIsInYour: "जानिए आपकी फ़ैक्टरी में क्या है, आख़िरी बोल्ट तक।",
  storehouseKeepsTheStockOf:
    "Storehouse छोटी फ़ैक्टरियों का स्टॉक रखता है: क्या है, कहाँ रखा है, किसने हिलाया। इतना तेज़ कि माल उठाए-उठाए दर्ज कर लें।",
  steelRod12Mm: "स्टील की छड़ 12 मिमी",
  mainStore: "मुख्य गोदाम",
  hexBoltM1040: "हेक्स बोल्ट M10 × 40",
  bearing62042rs: "बेयरिंग 6204-2RS",
  assemblyFloor: "असेंबली",
  powderCoatGrey: "पाउडर कोट, सलेटी",
  paintRoom: "पेंट रूम",
  gateHingeLeft: "गेट का क़ब्ज़ा, बायाँ",
  enough: "काफ़ी",
  outOfStock: "ख़त्म",
  theStockPageOfStorehouse: "Storehouse का स्टॉक पेज: उत्पाद, उनकी जगह, कितना मौजूद है और काफ़ी है या नहीं",
  n38PcsBookedIn: "38 नग का माल आया",
  signIn: "साइन इन करें",
  startFree: "मुफ़्त शुरू करें",
  shop: "दुकान",
  low: "कम",
  home: "होम",
  stock: "स्टॉक",
  entries: "प्रविष्टियाँ",
  products: "उत्पाद",
  onHand: "मौजूद",
  state: "हालत",
  undo: "वापस लें",
};
