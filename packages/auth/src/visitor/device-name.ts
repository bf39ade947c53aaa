import Bowser from "bowser";

const USER_AGENT_MAX = 500;
const NAME_MAX = 120;

/** What a person recognises a device by in a list: "Chrome on Android". Empty user agents are "Unknown device". */
export function deviceName(userAgent: string): string {
  if (userAgent === "") return "Unknown device";
  const { browser, os } = Bowser.parse(userAgent.slice(0, USER_AGENT_MAX));
  const name = [browser.name, os.name].filter((part) => part !== undefined && part !== "").join(" on ");
  // What no list knows is shown as it came, without characters that could disturb a line.
  return (name || userAgent.replace(/[^\x20-\x7e]/g, "")).slice(0, NAME_MAX) || "Unknown device";
}
