import { isBuiltIn } from "@storehouse/domain";
import { groupDigits } from "@storehouse/ui";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";
import { FIELD_WORDS, VALUE_WORDS } from "../../components/record-words.ts";
import { roleLabel } from "../../components/role-words.ts";
import { t } from "../../language/t.ts";

type Names = Readonly<Record<string, string>>;

/** What a field is called: by the list, else by its own name as a word. Of a person, being active is to sign in. */
export function fieldText(field: string, entity?: string): string {
  if (field === "isActive" && entity === "user") return t("record.maySignIn");
  const plain = field
    .replace(/Ids?$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return FIELD_WORDS[field] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A value as a person reads it: names for ids, words for codes, "nothing" where there is none. */
export function valueText(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "") return t("field.nothing");
  if (typeof value === "boolean") return value ? t("field.yes") : t("field.no");
  if (typeof value === "number") return String(value);
  if (field === "role" && typeof value === "string" && isBuiltIn(value)) return roleLabel(value);
  if (typeof value === "string") return VALUE_WORDS[field]?.[value] ?? names[value] ?? permissionText(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => partText(field, one, names)).join(", ") || t("field.nothing");
  if (typeof value !== "object") return "";
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${valueText(key, one, names)}`);
  return pairs.join(", ") || t("field.nothing");
}

function partText(field: string, part: unknown, names: Names): string {
  if (isComponent(part)) return componentText(part, names);
  if (!isUnit(part)) return valueText(field, part, names);
  const size = part.denominator === 1 ? String(part.numerator) : `${part.numerator}/${part.denominator}`;
  return `${names[part.unitId] ?? "?"} = ${size}`;
}

const isUnit = (part: unknown): part is { unitId: string; numerator: number; denominator: number } =>
  typeof part === "object" && part !== null && "unitId" in part && "numerator" in part && "denominator" in part;

type Component = Readonly<{ variantId: string; quantity: string; unitId?: string; scrapPercent?: string }>;

/** One component of a formula: "1.5 m Copper wire + 5 % scrap". */
function componentText({ variantId, quantity, unitId = "", scrapPercent = "0" }: Component, names: Names): string {
  const part = [groupDigits(quantity), names[unitId], names[variantId] ?? "?"].filter(Boolean).join(" ");
  return Number(scrapPercent) > 0 ? t("field.scrap", { part, percent: scrapPercent }) : part;
}

const isComponent = (part: unknown): part is Component =>
  typeof part === "object" && part !== null && "variantId" in part && "quantity" in part;

const PERMISSIONS: Readonly<Record<string, string>> = PERMISSION_WORDS;
const permissionText = (value: string): string | undefined => PERMISSIONS[value];
