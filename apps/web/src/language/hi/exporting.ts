import type { Worded } from "@storehouse/domain";
import type { exporting as en } from "../en/exporting.ts";

export const exporting: Worded<typeof en> = {
  export: "फ़ाइल में सहेजें",
  whatIsShownHere: "जो यहाँ दिख रहा है",
};
