import type { TableFacts } from "@storehouse/db";
import { guardCell } from "@storehouse/domain";
import Papa from "papaparse";
import type { Row } from "./read-table.ts";

/** By this mark spreadsheet programs know that a CSV is UTF-8. */
const UTF8_MARK = "\ufeff";
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The first line of a table's CSV: the columns as the database calls them. */
export const csvHead = ({ columns }: TableFacts): string =>
  `${UTF8_MARK}${Papa.unparse([Object.values(columns).map(({ name }) => name)])}\r\n`;

/** Rows of a table as lines of a CSV, in which no text can start a formula. */
export const csvLines = ({ columns }: TableFacts, rows: readonly Row[]): string => {
  const fields = Object.keys(columns);
  const cells = rows.map((row) => fields.map((field) => cellOf(row[field])));
  return `${Papa.unparse(cells, { newline: "\r\n" })}\r\n`;
};

function cellOf(value: unknown): string {
  const text = textOf(value);
  return NUMBER.test(text) ? text : guardCell(text);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return String(Number(value));
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/** Rows of a table as one statement that puts them in; nothing for none. */
export function insertText({ name, columns }: TableFacts, rows: readonly Row[]): string {
  const fields = Object.entries(columns);
  const values = rows.map(
    (row) => `(${fields.map(([field, column]) => sqlOf(row[field], column.getSQLType())).join(",")})`,
  );
  return `INSERT INTO \`${name}\` (${fields.map(([, column]) => `\`${column.name}\``).join(",")}) VALUES\n${values.join(",\n")};\n`;
}

function sqlOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return "NULL";
  if (type === "binary(16)" && typeof value === "string") return `x'${value.replaceAll("-", "")}'`;
  if (value instanceof Date) return `'${value.toISOString().slice(0, 23).replace("T", " ")}'`;
  const text = textOf(value);
  // In hexadecimal nothing has to be escaped, whatever the mode of the server that reads it.
  if (typeof value !== "string" && NUMBER.test(text)) return text;
  return text === "" ? "''" : `convert(x'${Buffer.from(text, "utf8").toString("hex")}' using utf8mb4)`;
}
