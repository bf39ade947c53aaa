import { type AuditMove, type AuditRow, type AuditValues, ENTRY_TYPES } from "@storehouse/domain";
import { groupDigits } from "@storehouse/ui";
import { ENTRY_TYPE_WORDS } from "../../components/entry-type-words.ts";
import { RECORD_WORDS } from "../../components/record-words.ts";
import { t } from "../../language/t.ts";
import { DEED_WORDS, VERB_WORDS } from "./deed-words.ts";
import { fieldText, valueText } from "./value-text.ts";

type Line = Pick<AuditRow, "action" | "entity" | "subject" | "before" | "after" | "moves" | "moveCount" | "names">;

/** A change of one field, in words. */
export type FieldChange = Readonly<{ field: string; label: string; from: string | null; to: string }>;

/** What was done, and to what kind of record: "Changed supplier". The record's own name comes after it. */
export function deedText({ action, entity, after }: Pick<Line, "action" | "entity" | "after">): string {
  const whole = DEED_WORDS[action];
  if (whole !== undefined) return whole;
  if (action === "inventory.post") return bookedText(after);
  if (action === "products.import") return t("history.imported");
  const noun = RECORD_WORDS[entity] ?? entity;
  const verb = action.split(".")[1] ?? action;
  if (verb.startsWith("archive") && after?.["isArchived"] === false) return t("history.tookBackNoun", { noun });
  const known = Object.entries(VERB_WORDS).find(([name]) => verb.startsWith(name))?.[1];
  return `${known ?? plain(verb)} ${noun}`;
}

function bookedText(after: AuditValues | null): string {
  const type = ENTRY_TYPES.find((one) => one === after?.["type"]);
  return type === undefined ? t("history.booked") : ENTRY_TYPE_WORDS[type];
}

const plain = (verb: string): string => {
  const words = verb.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A quantity that moved, what and where: "12 kg Steel rod, Main store". */
export const moveText = ({ quantity, unit, productName, variantName, locationName }: AuditMove): string => {
  const what = variantName === null ? productName : `${productName}, ${variantName}`;
  return `${groupDigits(quantity).replace(/^-/, "−")} ${unit} ${what} · ${locationName}`;
};

/** What the change was, field by field; nothing for a booking, whose entries tell it. */
export function changesOf({
  entity,
  before,
  after,
  names,
}: Pick<Line, "before" | "after" | "names"> & Readonly<{ entity?: string | undefined }>): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !HIDDEN.has(field))
    .map((field) => ({
      field,
      label: fieldText(field, entity),
      from: before !== null && field in before ? valueText(field, before[field], names) : null,
      to: valueText(field, after?.[field], names),
    }))
    .filter(({ field, from }) => from !== null || !isNothing(after?.[field]));
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

// Said elsewhere, or of no use to a reader.
const HIDDEN: ReadonlySet<string> = new Set([
  "importId",
  "bulkChangeId",
  "restoredLineId",
  "takeBackId",
  "postingId",
  "variantId",
  "versionId",
  "productId",
  "sessionId",
  "sampleId",
]);

/** The change in one line: entries of a booking, or fields from and to. */
export function summaryOf(line: Line): string {
  if (line.entity === "posting") {
    const [first] = line.moves;
    if (first === undefined) return "";
    const more = line.moveCount - 1;
    return more > 0 ? t("history.andMore2", { first: moveText(first), more }) : moveText(first);
  }
  const changes = changesOf(line).filter(({ field }) => field !== "isArchived");
  // Of something new all fields are: its name says enough.
  if (line.before === null && line.subject !== null) return "";
  return changes
    .map(({ label, from, to }) => (from === null ? `${label} ${to}` : `${label} ${from} → ${to}`))
    .join(", ");
}
