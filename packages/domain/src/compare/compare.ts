import { z } from "zod";
import type { AuditValues } from "../audit/audit.ts";
import { Id, Search, Version } from "../fields.ts";
import { PageInput } from "../page.ts";

/** The kinds of record that a copy of the factory is compared in with what is there now. */
export const COMPARED = [
  "product",
  "variant",
  "supplier",
  "location",
  "subcategory",
  "unit",
  "formula",
  "minimum",
  "user",
  "role",
  "view",
  "settings",
  "entry",
  "level",
] as const;
export type Compared = (typeof COMPARED)[number];

/** Those whose state in the copy can be put back. The ledger is never rewritten: what was booked since is undone by opposite entries. */
export const TAKEABLE = COMPARED.filter((one) => one !== "entry" && one !== "level");
/** Those that are made anew where they are gone altogether. */
export const MAKEABLE: readonly Compared[] = [
  "unit",
  "location",
  "supplier",
  "subcategory",
  "product",
  "variant",
  "role",
];

/** What became of a record since the copy: it is new, holds something else, or is gone. */
export const DIFFERENCE_KINDS = ["added", "changed", "removed"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** Names a side copy, and the kinds of record to count differences of; all, unless some are named. */
export const CompareInput = z.strictObject({
  id: Id,
  tables: z.array(z.enum(COMPARED)).min(1, "REQUIRED").max(COMPARED.length, "TOO_MANY").optional(),
});
export type CompareInput = z.infer<typeof CompareInput>;

/** How many records of a kind the copy holds and how many there are now, and how many differ in which way. */
export type DifferenceCount = Readonly<
  { table: Compared; inCopy: number; now: number } & Record<DifferenceKind, number>
>;

export const ListDifferencesInput = PageInput.extend({
  id: Id,
  table: z.enum(COMPARED),
  kinds: z.array(z.enum(DIFFERENCE_KINDS)).min(1, "REQUIRED").max(3, "TOO_MANY").optional(),
  search: Search.optional(),
}).strict();
export type ListDifferencesInput = z.infer<typeof ListDifferencesInput>;

/** A record that differs, with the fields that do: as they were in the copy, and as they are now. `names` gives the names of what they point at. */
export type DifferenceRow = Readonly<{
  id: string;
  kind: DifferenceKind;
  label: string;
  /** Where the record's own page is found: of a variant, its product. */
  productId: string | null;
  was: AuditValues | null;
  now: AuditValues | null;
  names: Readonly<Record<string, string>>;
  /** The version there is now, to name when it is taken back; null where the record is gone. */
  version: number | null;
  isTakeable: boolean;
}>;

/** How many records are taken back at once. */
export const TAKE_BACK_MAX = 100;

const Taken = z.strictObject({
  table: z.enum(COMPARED).exclude(["entry", "level"]),
  id: Id,
  version: Version.nullable(),
});

/** Puts records back to what they hold in a copy, under an id the client chose. */
export const TakeBackInput = z.strictObject({
  id: Id,
  copyId: Id,
  records: z.array(Taken).min(1, "REQUIRED").max(TAKE_BACK_MAX, "TOO_MANY"),
});
export type TakeBackInput = z.infer<typeof TakeBackInput>;
export type TakenRecord = TakeBackInput["records"][number];
export type Takeable = TakenRecord["table"];

/** What became of a record that was to be taken back: it was, it held that already, it was put back again, or was changed since and kept. */
export type TakenState = "TAKEN" | "SAME" | "UNDONE" | "KEPT";
export type TakenRow = Readonly<{ table: Takeable; id: string; label: string; state: TakenState }>;

/** A taking back, and what became of each of its records. */
export type TakeBack = Readonly<{ id: string; copyAt: string; isUndone: boolean; rows: readonly TakenRow[] }>;

/** A record of a taking back as it is kept: what it held before, null where it was gone, and the version that was left behind. */
export type TakenBack = TakenRow &
  Readonly<{
    asked: number | null;
    before: Readonly<{ content: AuditValues; isArchived: boolean }> | null;
    version: number;
  }>;

export const UndoTakeBackInput = z.strictObject({ id: Id });
export type UndoTakeBackInput = z.infer<typeof UndoTakeBackInput>;
