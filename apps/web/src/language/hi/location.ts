import type { Worded } from "@storehouse/domain";
import type { location as en } from "../en/location.ts";

export const location: Worded<typeof en> = {
  usedAs: "किस काम की",
  inUse: "इस्तेमाल में",
  chooseAPlace: "जगह चुनें",
  searchPlaces: "जगहें खोजें",
  noSuchPlace: "ऐसी कोई जगह नहीं",
  placeSaved: "जगह सहेज ली",
  placeAdded: "जगह जोड़ दी",
  addAPlace: "जगह जोड़ें",
  goodsHeldForCheckingOn: "जाँच के लिए रोका, रास्ते का या कबाड़ माल गिना जाता है, पर इस्तेमाल के लिए उपलब्ध नहीं होता।",
  theSiteOrBuildingIt: "वह परिसर या इमारत जिसका यह हिस्सा है।",
  nowhereElse: "किसी के अंदर नहीं",
  whereStockCanBeStore: "स्टॉक कहाँ-कहाँ हो सकता है: गोदाम, कारख़ाने का फ़र्श, शेल्फ़, कबाड़ का ढेर।",
  addThePlacesWhereYou: "जहाँ माल रखते हैं वे जगहें जोड़ें, तो हर गिनती बताएगी कि माल कहाँ है।",
  storeRoom: "गोदाम",
  factoryFloor: "कारख़ाने का फ़र्श",
  shop: "दुकान",
  heldForChecking: "जाँच के लिए रोका",
  onTheWay: "रास्ते में",
  scrap: "कबाड़",
  name: "नाम",
  standsIn: "किस जगह के अंदर",
  state: "हालत",
  places: "जगहें",
};
