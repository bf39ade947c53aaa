import Papa from "papaparse";

/** By this mark spreadsheet programs know that a CSV is UTF-8. */
const UTF8_MARK = "\ufeff";

/** Writes rows as a CSV under their titles. Text cells must be guarded by the caller: what a number is, only the caller knows. */
export const encodeCsv = (titles: readonly string[], rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    UTF8_MARK + Papa.unparse([[...titles], ...rows.map((row) => [...row])], { newline: "\r\n" }),
  );
