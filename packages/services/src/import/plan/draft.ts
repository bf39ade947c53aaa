import { type ImportField, type ImportProblem, type ImportProblemCode, isImportWarning } from "@storehouse/domain";
import type { Catalogue, KnownUnit, Named } from "./catalogue.ts";
import type { CellValues } from "./cell.ts";
import type { ImportWork } from "./import-work.ts";

/** A row of the sheet as it was read: `row` counts from 0, `number` is the one the file shows. */
export type SheetRow = Readonly<{
  row: number;
  number: number;
  values: Partial<CellValues>;
  /** The fields whose cells say something that can't be taken: nothing is assumed in their place. */
  refused: ReadonlySet<ImportField>;
}>;

export type ImportChoices = Readonly<{ makeMissing: boolean; updateExisting: boolean }>;

type Lists = { -readonly [Key in keyof ImportWork]: ImportWork[Key][number][] };

/** A plan in the making: what was found wrong, what is to be written, and what of the sheet was met on the way. */
export type Draft = Readonly<{
  catalogue: Catalogue;
  choices: ImportChoices;
  newId: () => string;
  columns: ReadonlyMap<ImportField, number>;
  problems: Map<string, ImportProblem>;
  work: Lists;
  /** What the sheet names and nobody made yet, by folded name. */
  missing: Readonly<{
    locations: Map<string, Named>;
    suppliers: Map<string, Named>;
    subcategories: Map<string, Named>;
    units: Map<string, KnownUnit>;
  }>;
  skus: Map<string, string>;
  barcodes: Map<string, string>;
  /** What becomes of each row, by its place in the sheet. */
  actions: Map<number, "create" | "update" | "unchanged" | "skip">;
}>;

/** A plan with nothing in it yet. */
export function emptyDraft(
  catalogue: Catalogue,
  choices: ImportChoices,
  columns: readonly (ImportField | null)[],
  newId: () => string,
): Draft {
  return {
    catalogue,
    choices,
    newId,
    columns: new Map(columns.flatMap((field, at) => (field === null ? [] : [[field, at] as const]))),
    problems: new Map(),
    work: {
      locations: [],
      suppliers: [],
      subcategories: [],
      units: [],
      products: [],
      variants: [],
      barcodes: [],
      packs: [],
      openings: [],
    },
    missing: { locations: new Map(), suppliers: new Map(), subcategories: new Map(), units: new Map() },
    skus: new Map(),
    barcodes: new Map(),
    actions: new Map(),
  };
}

const WHAT_MAX = 80;

/** Notes a problem at a row's cell, or at the whole row where the field has no column; the same one twice is one. */
export function report(
  draft: Draft,
  { row, number }: Pick<SheetRow, "row" | "number">,
  field: ImportField,
  code: ImportProblemCode,
  what = "",
): void {
  const column = draft.columns.get(field) ?? null;
  const met = what.length > WHAT_MAX ? `${what.slice(0, WHAT_MAX)}…` : what;
  const problem = { row, rowNumber: number, column, field, code, what: met, isWarning: isImportWarning(code) };
  draft.problems.set(`${row}/${field}/${code}/${met}`, problem);
}

/** The first row of a group that says something in the field. */
export const rowSaying = (rows: readonly SheetRow[], field: ImportField): SheetRow | undefined =>
  rows.find(({ values }) => values[field] !== undefined);

/**
 * What the rows of a product say in a field, once. A later row that says something else is a problem at its cell;
 * one that says nothing agrees.
 */
export function agreed<Field extends ImportField>(
  draft: Draft,
  rows: readonly SheetRow[],
  field: Field,
): CellValues[Field] | undefined {
  const first = rowSaying(rows, field);
  if (first === undefined) return undefined;
  const said = JSON.stringify(first.values[field]);
  for (const other of rows) {
    const value = other.values[field];
    if (value !== undefined && JSON.stringify(value) !== said) {
      report(draft, other, field, "CONFLICTS_ABOVE", String(first.number));
    }
  }
  return first.values[field];
}
