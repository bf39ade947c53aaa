import type { AuditRow, AuditValues } from "@storehouse/domain";
import type { Say } from "../language/translation.ts";

/** What a line of the audit log says was changed, in one line of text: each field from what to what, or what was moved. */
export function changeOf({ before, after, moves, moveCount, names }: AuditRow, say: Say): string {
  if (moveCount > 0) {
    const shown = moves.map(({ quantity, unit, productName, variantName, locationName }) => {
      const what = variantName === null ? productName : `${productName}, ${variantName}`;
      return `${quantity} ${unit} ${what} (${locationName})`;
    });
    const more = moveCount - moves.length;
    return more > 0 ? say("file.andMore", { shown: shown.join("; "), count: more }) : shown.join("; ");
  }
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => `${field}: ${valueOf(before, field, names)} → ${valueOf(after, field, names)}`)
    .join("; ");
}

function valueOf(values: AuditValues | null, field: string, names: AuditRow["names"]): string {
  const value = values?.[field];
  if (value === undefined || value === null || value === "") return "–";
  if (typeof value === "string") return names[value] ?? value;
  return JSON.stringify(value);
}
