import type { PlatformEventRow } from "@storehouse/domain";

/** What a line of the log says besides, in one line: its reason alone, or each part by its name. */
export function detailText(detail: PlatformEventRow["detail"]): string {
  if (detail === null) return "";
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === "" ? [] : [{ name, text }];
  });
  const [only] = parts;
  if (only?.name === "reason" && parts.length === 1) return only.text;
  return parts.map(({ name, text }) => `${name}: ${text}`).join(", ");
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
