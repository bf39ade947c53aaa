import { FIELD_WORDS, VALUE_WORDS } from "../../components/record-words.ts";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";

type Names = Readonly<Record<string, string>>;

/** What a field is called: by the list, else by its own name as a word. */
export function fieldText(field: string): string {
  const plain = field
    .replace(/Ids?$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return FIELD_WORDS[field] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A value as a person reads it: names for ids, words for codes, "nothing" where there is none. */
export function valueText(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return VALUE_WORDS[field]?.[value] ?? names[value] ?? permissionText(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => partText(field, one, names)).join(", ") || "nothing";
  if (typeof value !== "object") return "";
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${valueText(key, one, names)}`);
  return pairs.join(", ") || "nothing";
}

function partText(field: string, part: unknown, names: Names): string {
  if (!isUnit(part)) return valueText(field, part, names);
  const size = part.denominator === 1 ? String(part.numerator) : `${part.numerator}/${part.denominator}`;
  return `${names[part.unitId] ?? "?"} = ${size}`;
}

const isUnit = (part: unknown): part is { unitId: string; numerator: number; denominator: number } =>
  typeof part === "object" && part !== null && "unitId" in part && "numerator" in part && "denominator" in part;

const PERMISSIONS: Readonly<Record<string, string>> = PERMISSION_WORDS;
const permissionText = (value: string): string | undefined => PERMISSIONS[value];
