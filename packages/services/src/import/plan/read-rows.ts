import { CATEGORIES, foldName, IMPORT_LIMITS, type ImportField, type ImportPlan } from "@storehouse/domain";
import type { Sheet } from "../read/shape-sheet.ts";
import { breathe } from "./breathe.ts";
import { type CellValues, readCell } from "./cell.ts";
import { type Draft, report, type SheetRow } from "./draft.ts";

/** A sheet's rows with what was corrected by hand, as they stand in the plan. */
export function correctedRows(
  sheet: Sheet,
  { corrections }: Pick<ImportPlan, "corrections">,
): readonly (readonly string[])[] {
  const byRow = Map.groupBy(corrections, ({ row }) => row);
  return sheet.rows.map((cells, row) =>
    (byRow.get(row) ?? []).reduce<readonly string[]>(
      (mended, { column, text }) => (column < mended.length ? mended.with(column, text) : mended),
      cells,
    ),
  );
}

/** Reads the rows that are not skipped into values, noting each cell that can't be taken. */
export async function readRows(
  draft: Draft,
  sheet: Sheet,
  cells: readonly (readonly string[])[],
  skipped: ReadonlySet<number>,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for (const [row, texts] of cells.entries()) {
    await breathe(row);
    if (skipped.has(row) || texts.every((text) => text.trim() === "")) draft.actions.set(row, "skip");
    else rows.push(readRow(draft, { row, number: sheet.numbers[row] ?? row + 1 }, texts));
  }
  return rows;
}

function readRow(draft: Draft, at: Pick<SheetRow, "row" | "number">, texts: readonly string[]): SheetRow {
  const values: Partial<CellValues> = {};
  const refused = new Set<ImportField>();
  for (const [field, column] of draft.columns) {
    if (!readInto(draft, at, values, field, texts[column] ?? "")) refused.add(field);
  }
  return { ...at, values, refused };
}

function readInto<Field extends ImportField>(
  draft: Draft,
  at: Pick<SheetRow, "row" | "number">,
  values: Partial<Pick<CellValues, Field>>,
  field: Field,
  text: string,
): boolean {
  if (text.length > IMPORT_LIMITS.cellCharacters) {
    report(draft, at, field, "CELL_TOO_LONG");
    return false;
  }
  const cell = readCell(field, text, (name) => isName(draft, field, name));
  if (cell === undefined) return true;
  if ("code" in cell) {
    report(draft, at, field, cell.code, cell.what);
    return false;
  }
  if (cell.warning !== undefined)
    report(draft, at, field, cell.warning, typeof cell.value === "string" ? cell.value : "");
  values[field] = cell.value;
  return true;
}

/** True where a place, supplier or group goes by this name, even if it looks like a word for nothing. */
function isName({ catalogue }: Draft, field: ImportField, text: string): boolean {
  const name = foldName(text);
  if (field === "location") return catalogue.locations.has(name);
  if (field === "supplier") return catalogue.suppliers.has(name);
  return field === "subcategory" && CATEGORIES.some((category) => catalogue.subcategories.has(`${category}\n${name}`));
}
