import { fail, IMPORT_LIMITS, findHeader, matchColumns } from "@storehouse/domain";
import { zipSync } from "fflate";
import readWorkbookFile from "read-excel-file/universal";
import { type Parts, unfoldZip } from "./unfold-zip.ts";

/** Cells the reader may have to hold, empty ones between the first and the last included. */
const CELLS_MAX = 8_000_000;
const CELL_ADDRESS = /<(?:\w+:)?(?:c|row)\b[^>]*?\sr="([A-Z]{0,3})(\d{1,7})"/g;
const SIGNIFICANT_DIGITS = 15;

/**
 * Reads the sheet of an XLSX workbook that looks most like a list: the first whose titles are known, else the first with anything in it.
 * Formulas give the value they had when the file was saved; dates come as ISO dates. Throws TOO_LARGE and FILE_UNREADABLE.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const parts = unfoldZip(bytes);
  if (!parts.has("xl/workbook.xml")) return fail({ code: "FILE_UNREADABLE", reason: "NOT_A_SHEET" });
  for (const [name, part] of parts) if (name.startsWith("xl/worksheets/")) assertDense(part);
  // Folded anew without compression: the reader trusts the sizes in an archive, and these are ours.
  const honest = zipSync(Object.fromEntries(readable(parts)), { level: 0 });
  const sheets = await readWorkbookFile<string>(new Blob([honest]), { trim: false, parseNumber: numberText });
  const tables = sheets.map((sheet) => sheet.data.map((row) => row.map(cellText)));
  const isList = (rows: string[][]) =>
    matchColumns(rows[findHeader(rows)] ?? []).filter((field) => field !== null).length >= 2;
  return tables.find(isList) ?? tables.find((rows) => rows.length > 0) ?? [];
}

const readable = (parts: Parts): [string, Uint8Array][] =>
  [...parts].filter(
    ([name]) => /^(xl\/|_rels\/|\[Content_Types\])/.test(name) && !/(drawings|theme|charts)\//.test(name),
  );

/** A single cell at the far corner makes a reader fill all that lies before it. */
function assertDense(part: Uint8Array): void {
  let rows = 0;
  let columns = 0;
  for (const [, letters = "", row = "0"] of new TextDecoder().decode(part).matchAll(CELL_ADDRESS)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
    if (rows * columns > CELLS_MAX) fail({ code: "TOO_LARGE", what: "rows", limit: IMPORT_LIMITS.rows });
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "string" ? cell : "";
}

/**
 * A number cell as the person saw it: spreadsheet programs keep 15 digits and store the nearest binary fraction, so 0.1 stands in the file
 * as 0.10000000000000001. Whole numbers, long barcodes among them, stay to the digit.
 */
export function numberText(stored: string): string {
  if (/^-?\d{1,40}$/.test(stored)) return stored;
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  const text = String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
  return text.includes("e") ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0").slice(0, point) + (digits.length > point ? `.${digits.slice(point)}` : "");
}
