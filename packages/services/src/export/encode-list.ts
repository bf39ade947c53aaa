import { guardCell, guardTextCell } from "@storehouse/domain";
import writeWorkbook, { type Cell } from "write-excel-file/node";
import type { Cells, CellKind } from "./list/column.ts";
import { encodeCsv } from "./encode-csv.ts";
import { escapeHex, isExactNumber } from "./workbook-cell.ts";

/** A list on its way into a file: its headings, what the cells under each are, and the rows. A moment is what the clock on the wall showed. */
export type ListTable = Readonly<{
  name: string;
  titles: readonly string[];
  kinds: readonly CellKind[];
  rows: readonly Cells[];
}>;

const WIDTHS: Readonly<Record<CellKind, number>> = { text: 24, number: 14, quantity: 14, moment: 18 };
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Writes a list as a CSV. No cell in it can start a formula: what is not a plain number is guarded. */
export const encodeListCsv = ({ titles, kinds, rows }: ListTable): Uint8Array =>
  encodeCsv(
    titles.map(guardCell),
    rows.map((row) => kinds.map((kind, at) => csvCell(kind, row[at] ?? ""))),
  );

function csvCell(kind: CellKind, text: string): string {
  if (kind === "moment") return text.replace("T", " ");
  return kind !== "text" && PLAIN_NUMBER.test(text) ? text : guardCell(text);
}

/** Writes a list as a workbook, numbers as numbers and moments as moments; every other cell is text and nothing else. */
export function encodeListWorkbook({ name, titles, kinds, rows }: ListTable): Promise<Uint8Array> {
  const head = titles.map((title): Cell => ({ ...textCell(title), fontWeight: "bold" }));
  const data = rows.map((row) => kinds.map((kind, at) => workbookCell(kind, row[at] ?? "")));
  const columns = kinds.map((kind) => ({ width: WIDTHS[kind] }));
  return writeWorkbook([head, ...data], { sheet: name, stickyRowsCount: 1, columns }).toBuffer();
}

function workbookCell(kind: CellKind, text: string): Cell {
  if (text === "") return null;
  if (kind === "moment") return { type: Date, value: new Date(`${text}Z`), format: "yyyy-mm-dd hh:mm" };
  if (kind !== "text" && PLAIN_NUMBER.test(text) && isExactNumber(text)) return { type: Number, value: Number(text) };
  return textCell(text);
}

const textCell = (text: string) => ({ type: String, value: escapeHex(guardTextCell(text)) });
