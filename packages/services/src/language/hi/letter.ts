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
};
