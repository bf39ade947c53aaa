import { fail } from "../failure.ts";
import { type DIRECTIONS, ENTRY_SIGNS, type EntryType } from "./entry.ts";

/**
 * The sign a posting of this type gives its quantities: 1 brings in, -1 takes out.
 * An adjustment needs a direction; any other type refuses one. Throws INVALID at `direction`.
 */
export function signOf(type: EntryType, direction: (typeof DIRECTIONS)[number] | undefined): 1 | -1 {
  const sign = ENTRY_SIGNS[type];
  if (sign !== 0) {
    if (direction !== undefined) fail({ code: "INVALID", field: "direction", reason: "NOT_EXPECTED" });
    return sign;
  }
  if (direction === undefined) return fail({ code: "INVALID", field: "direction", reason: "REQUIRED" });
  return direction === "in" ? 1 : -1;
}
