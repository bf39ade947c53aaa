import {
  columnTitle,
  type ExportProductsInput,
  guardCell,
  guardTextCell,
  IMPORT_FIELDS,
  type ImportField,
  type Language,
} from "@storehouse/domain";
import writeWorkbook, { type Cell } from "write-excel-file/node";
import { encodeCsv } from "./encode-csv.ts";
import type { ExportRow } from "./export-rows.ts";
import { escapeHex, isExactNumber } from "./workbook-cell.ts";

/** A product list on its way into a file. */
export type EncodeWish = Readonly<{
  rows: readonly ExportRow[];
  format: ExportProductsInput["format"];
  language: Language;
}>;

const NUMBERS: ReadonlySet<ImportField> = new Set(["packSize", "minimumStock", "price", "cost", "quantity"]);

/** Writes rows as a CSV or as a workbook, under headings in a language. No text in them can start a formula; reading it back gives every cell to the letter. */
export function encodeRows({ rows, format, language }: EncodeWish): Promise<Uint8Array> | Uint8Array {
  const titles = IMPORT_FIELDS.map((field) => columnTitle(field, language));
  return format === "csv" ? encodeList(titles, rows) : encodeWorkbook(titles, rows);
}

function encodeList(titles: readonly string[], rows: readonly ExportRow[]): Uint8Array {
  const data = rows.map((row) =>
    IMPORT_FIELDS.map((field) => (NUMBERS.has(field) ? row[field] : guardCell(row[field]))),
  );
  return encodeCsv(titles, data);
}

function encodeWorkbook(titles: readonly string[], rows: readonly ExportRow[]): Promise<Uint8Array> {
  const head = titles.map((value): Cell => ({ type: String, value, fontWeight: "bold" }));
  const data = rows.map((row) => IMPORT_FIELDS.map((field) => workbookCell(field, row[field])));
  return writeWorkbook([head, ...data], { sheet: "Products", stickyRowsCount: 1 }).toBuffer();
}

/** A number stands as one where the program keeps all its digits. */
function workbookCell(field: ImportField, text: string): Cell {
  if (text === "") return null;
  const isExact = NUMBERS.has(field) && isExactNumber(text);
  return isExact ? { type: Number, value: Number(text) } : { type: String, value: escapeHex(guardTextCell(text)) };
}
