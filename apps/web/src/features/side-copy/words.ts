import type { Compared, DifferenceKind, SideCopyRow } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";
import { wordsOf } from "../../language/t.ts";

/** What the kinds of record are called where a copy is compared with now. */
export const COMPARED_WORDS = wordsOf({
  product: "sideCopy.product",
  variant: "sideCopy.variant",
  supplier: "sideCopy.supplier",
  location: "sideCopy.location",
  subcategory: "sideCopy.subcategory",
  unit: "sideCopy.unit",
  formula: "sideCopy.formula",
  minimum: "sideCopy.minimum",
  user: "sideCopy.user",
  role: "sideCopy.role",
  view: "sideCopy.view",
  settings: "sideCopy.settings",
  entry: "sideCopy.entry",
  level: "sideCopy.level",
}) satisfies Record<Compared, string>;

/** What became of a record since the copy. */
export const KIND_WORDS = wordsOf({
  added: "sideCopy.added",
  changed: "sideCopy.changed",
  removed: "sideCopy.removed",
}) satisfies Record<DifferenceKind, string>;

export const KIND_MEANINGS: Partial<Record<DifferenceKind, Meaning>> = { changed: "attention", removed: "problem" };

/** What the worker is doing with a copy. */
export const STEP_WORDS = wordsOf({
  waiting: "sideCopy.waiting",
  reading: "sideCopy.reading",
  restoring: "sideCopy.restoring",
  comparing: "sideCopy.comparing",
  replaying: "sideCopy.replaying",
  updating: "sideCopy.updating",
  saving: "sideCopy.saving",
  closing: "sideCopy.closing",
  swapping: "sideCopy.swapping",
}) satisfies Record<NonNullable<SideCopyRow["step"]>, string>;
