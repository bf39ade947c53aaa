import {
  columnTitle,
  type ExportProductsInput,
  guardCell,
  guardTextCell,
  IMPORT_FIELDS,
  type ImportField,
} from "@storehouse/domain";
import writeWorkbook, { type Cell } from "write-excel-file/node";
import { encodeCsv } from "./encode-csv.ts";
import type { ExportRow } from "./export-rows.ts";
import { escapeHex, isExactNumber } from "./workbook-cell.ts";

type Format = ExportProductsInput["format"];

const NUMBERS: ReadonlySet<ImportField> = new Set(["packSize", "minimumStock", "price", "cost", "quantity"]);

/** Writes rows as a CSV or as a workbook. No text in them can start a formula; reading it back gives every cell to the letter. */
export function encodeRows(rows: readonly ExportRow[], format: Format): Promise<Uint8Array> | Uint8Array {
  return format === "csv" ? encodeList(rows) : encodeWorkbook(rows);
}

function encodeList(rows: readonly ExportRow[]): Uint8Array {
  const data = rows.map((row) =>
    IMPORT_FIELDS.map((field) => (NUMBERS.has(field) ? row[field] : guardCell(row[field]))),
  );
  return encodeCsv(IMPORT_FIELDS.map(columnTitle), data);
}

function encodeWorkbook(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const titles = IMPORT_FIELDS.map((field): Cell => ({ type: String, value: columnTitle(field), fontWeight: "bold" }));
  const data = rows.map((row) => IMPORT_FIELDS.map((field) => workbookCell(field, row[field])));
  return writeWorkbook([titles, ...data], { sheet: "Products", stickyRowsCount: 1 }).toBuffer();
}

/** A number stands as one where the program keeps all its digits. */
function workbookCell(field: ImportField, text: string): Cell {
  if (text === "") return null;
  const isExact = NUMBERS.has(field) && isExactNumber(text);
  return isExact ? { type: Number, value: Number(text) } : { type: String, value: escapeHex(guardTextCell(text)) };
}
