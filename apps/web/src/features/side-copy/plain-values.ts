import type { AuditValues } from "@storehouse/domain";
import { groupDigits } from "@storehouse/ui";

type Names = Readonly<Record<string, string>>;

// Of no use to a reader.
const HIDDEN: ReadonlySet<string> = new Set(["versionId", "variantId", "postingId"]);

/** Values with what stands in them by id and in parts said in words: places with their quantities, components with theirs. */
export const plainValues = (values: AuditValues | null, names: Names): AuditValues | null =>
  values &&
  Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => !HIDDEN.has(field))
      .map(([field, value]) => [field, plainValue(value, names)]),
  );

function plainValue(value: unknown, names: Names): unknown {
  if (!Array.isArray(value)) return value;
  const parts: readonly unknown[] = value;
  const texts = parts.map((part) => partText(part, names));
  return texts.every((text) => text !== null) && texts.length > 0 ? texts.join(", ") : value;
}

function partText(part: unknown, names: Names): string | null {
  if (typeof part !== "object" || part === null) return null;
  const { locationId, variantId, onHand, minimum, quantity, unitId } = part as Record<string, unknown>;
  const [where, much] = [locationId ?? variantId, onHand ?? minimum ?? quantity];
  if (typeof where !== "string" || typeof much !== "string") return null;
  const unit = typeof unitId === "string" ? ` ${names[unitId] ?? ""}` : "";
  return `${names[where] ?? "?"} ${groupDigits(much)}${unit}`;
}
