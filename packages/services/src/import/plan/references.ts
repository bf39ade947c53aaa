import { type Category, foldName, readUnitWord } from "@storehouse/domain";
import type { KnownUnit, Named } from "./catalogue.ts";
import { type Draft, report, type SheetRow } from "./draft.ts";

/** Digits a unit made on the way may have after the point: what it counts is not known. */
const NEW_UNIT_DECIMALS = 3;

/** The location a name stands for; made on the way where that was asked. A problem at the row's cell otherwise. */
export const findLocation = (draft: Draft, row: SheetRow, name: string): string | undefined =>
  findNamed(draft, row, name, {
    field: "location",
    unknown: "UNKNOWN_LOCATION",
    key: foldName(name),
    known: draft.catalogue.locations,
    missing: draft.missing.locations,
    isFixed: draft.catalogue.arePlacesFixed ?? false,
    make: (made) => draft.work.locations.push(made),
  });

/** The supplier a name stands for; as `findLocation`. What the product has already may be archived. */
export const findSupplier = (draft: Draft, row: SheetRow, name: string, keptId?: string | null): string | undefined =>
  findNamed(draft, row, name, {
    field: "supplier",
    keptId,
    unknown: "UNKNOWN_SUPPLIER",
    key: foldName(name),
    known: draft.catalogue.suppliers,
    missing: draft.missing.suppliers,
    make: (made) => draft.work.suppliers.push(made),
  });

/** The subcategory of a category that a name stands for; as `findLocation`. */
export const findSubcategory = (
  draft: Draft,
  row: SheetRow,
  category: Category,
  name: string,
  keptId?: string | null,
): string | undefined =>
  findNamed(draft, row, name, {
    field: "subcategory",
    keptId,
    unknown: "UNKNOWN_SUBCATEGORY",
    key: `${category}\n${foldName(name)}`,
    known: draft.catalogue.subcategories,
    missing: draft.missing.subcategories,
    make: (made) => draft.work.subcategories.push({ ...made, category }),
  });

type Kind = Readonly<{
  field: "location" | "supplier" | "subcategory";
  keptId?: string | null | undefined;
  unknown: "UNKNOWN_LOCATION" | "UNKNOWN_SUPPLIER" | "UNKNOWN_SUBCATEGORY";
  key: string;
  known: ReadonlyMap<string, Named>;
  missing: Map<string, Named>;
  isFixed?: boolean;
  make: (made: { id: string; name: string }) => void;
}>;

function findNamed(draft: Draft, row: SheetRow, name: string, kind: Kind): string | undefined {
  const known = kind.known.get(kind.key);
  if (known?.isArchived && known.id !== kind.keptId) report(draft, row, kind.field, "ARCHIVED", name);
  if (known !== undefined) return known.id;
  if (!draft.choices.makeMissing || kind.isFixed) report(draft, row, kind.field, kind.unknown, name);
  const met = kind.missing.get(kind.key);
  if (met !== undefined) return met.id;
  const made = { id: draft.newId(), name, isArchived: false };
  kind.missing.set(kind.key, made);
  kind.make({ id: made.id, name });
  return made.id;
}

/** The unit a word stands for: its code, its code in any case, or a usual way to write a starter unit. As `findLocation` otherwise. */
export function findUnit(
  draft: Draft,
  row: SheetRow,
  field: "unit" | "packUnit" | "quantity",
  word: string,
): KnownUnit {
  const known = findKnownUnit(draft.catalogue.units, word);
  if (known !== undefined) return known;
  if (!draft.choices.makeMissing) report(draft, row, field, "UNKNOWN_UNIT", word);
  const key = word.toLowerCase();
  const met = draft.missing.units.get(key);
  if (met !== undefined) return met;
  const made = { id: draft.newId(), code: word, decimals: NEW_UNIT_DECIMALS };
  draft.missing.units.set(key, made);
  draft.work.units.push({ id: made.id, code: made.code });
  return made;
}

/** The unit a word stands for among those there are. */
export function findKnownUnit(units: readonly KnownUnit[], word: string): KnownUnit | undefined {
  const usual = readUnitWord(word);
  return (
    units.find(({ code }) => code === word) ??
    units.find(({ code }) => code.toLowerCase() === word.toLowerCase()) ??
    (usual === undefined ? undefined : units.find(({ code }) => code === usual))
  );
}
