import { fail, findHeader, IMPORT_LIMITS, unguardCell } from "@storehouse/domain";

/** A sheet ready to be planned with: its titles, its rows that hold anything, and the number each row had in the file, from 1. */
export type Sheet = Readonly<{
  header: readonly string[];
  rows: readonly (readonly string[])[];
  numbers: readonly number[];
}>;

/** The text one sheet may take in the database: one statement of every server we run on carries it. */
const TEXT_MAX = 12_000_000;

/** Finds the titles, drops blank rows and columns, cuts cells that no field can hold. Throws TOO_LARGE and FILE_UNREADABLE. */
export function shapeSheet(table: readonly (readonly string[])[]): Sheet {
  if (table.every(isBlank)) return fail({ code: "FILE_UNREADABLE", reason: "EMPTY" });
  const headerAt = titlesAt(table);
  const width = table.reduce((most, row) => Math.max(most, filledWidth(row)), 0);
  if (width > IMPORT_LIMITS.columns) fail({ code: "TOO_LARGE", what: "columns", limit: IMPORT_LIMITS.columns });
  const kept = table.flatMap((row, at) => (at > headerAt && !isBlank(row) ? [{ row, number: at + 1 }] : []));
  if (kept.length === 0) fail({ code: "FILE_UNREADABLE", reason: "NO_ROWS" });
  if (kept.length > IMPORT_LIMITS.rows) fail({ code: "TOO_LARGE", what: "rows", limit: IMPORT_LIMITS.rows });
  const sheet = {
    header: fit(table[headerAt] ?? [], width),
    rows: kept.map(({ row }) => fit(row, width)),
    numbers: kept.map(({ number }) => number),
  };
  const length = sheet.rows.reduce((sum, row) => row.reduce((total, cell) => total + cell.length + 3, sum), 0);
  if (length > TEXT_MAX) fail({ code: "TOO_LARGE", what: "fileBytes", limit: IMPORT_LIMITS.fileBytes });
  return sheet;
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === "");
const filledWidth = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== "") + 1;

/** Where the titles stand; a letterhead above them is left out, and blank rows before anything is. */
function titlesAt(table: readonly (readonly string[])[]): number {
  const filled = table.findIndex((row) => !isBlank(row));
  return filled + findHeader(table.slice(filled));
}

// One character more than a field may have: enough to say that it is too long.
const fit = (row: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, at) =>
    unguardCell(row[at] ?? "")
      .replaceAll("\u0000", "")
      .slice(0, IMPORT_LIMITS.cellCharacters + 1),
  );
