import type { PlatformEventRow } from "@storehouse/domain";

/** What a line of the log says besides, in one line: its reason alone, or each part by its name. */
export function detailText(detail: PlatformEventRow["detail"]): string {
  if (detail === null) return "";
  const parts = Object.entries(detail).filter(([, value]) => value !== null && String(value) !== "");
  if (parts.length === 1 && parts[0]?.[0] === "reason") return String(parts[0][1]);
  return parts.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`).join(", ");
}
