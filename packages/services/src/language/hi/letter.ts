import type { Worded } from "@storehouse/domain";
import type { letter as en } from "../en/letter.ts";

export const letter: Worded<typeof en> = {
  out: "स्टॉक ख़त्म: {productName}",
  outAt: "स्टॉक ख़त्म: {productName}, {locationName} में",
  low: "कम: {productName}",
  lowAt: "कम: {productName}, {locationName} में",
  overstock: "बहुत ज़्यादा: {productName}",
  overstockAt: "बहुत ज़्यादा: {productName}, {locationName} में",
  mismatch: "स्तर मेल नहीं खाता: {productName}",
  mismatchAt: "स्तर मेल नहीं खाता: {productName}, {locationName} में",
  leftOfMinimum: "{head}: {onHand} {unit} बचा है, न्यूनतम {limit} {unit}",
  leftOfMaximum: "{head}: {onHand} {unit} बचा है, अधिकतम {limit} {unit}",
  keptAs: "{head}: {onHand} {unit} दर्ज है, प्रविष्टियों का जोड़ {limit} {unit} है",
  andMore: "{head}, और {count} अन्य",
  more: "और {count} अन्य",
  thisMorning: "आज सुबह: {subject}",
  webhookOff: "वेबहुक बंद किया गया: {host}",
  webhookOffBecause:
    "{host} का प्रोग्राम {since} UTC से कुछ नहीं ले रहा, इसलिए अब उसे कुछ नहीं बताया जाता।\nउसे वहाँ ठीक करें, वेबहुक फिर चालू करें, और जो छूट गया उसे दोबारा भेजें।",
  periodEnding: "अवधि {day} को पूरी होगी",
  periodEndingBody:
    "{day} तक, और उसके दो हफ़्ते बाद तक, सब पहले जैसा चलेगा। आगे चलाने के लिए भुगतान करें, या सेवा चलाने वालों से और समय माँगें। कुछ भी मिटाया नहीं जाता।",
  paymentDue: "भुगतान बाक़ी है",
  paymentDueBody:
    "अवधि पूरी हो चुकी है। {day} तक सब पहले जैसा चलेगा; उसके बाद भुगतान दर्ज होने तक फ़ैक्टरी केवल देखी जा सकेगी। कुछ भी मिटाया नहीं जाता।",
  readOnly: "अब फ़ैक्टरी केवल देखी जा सकती है",
  readOnlyBody:
    "अवधि दो हफ़्ते पहले पूरी हुई। {day} तक सब कुछ देखा, निर्यात किया और बैकअप लिया जा सकता है; भुगतान दर्ज होने तक नई बुकिंग नहीं होगी। कुछ भी मिटाया नहीं जाता।",
};
