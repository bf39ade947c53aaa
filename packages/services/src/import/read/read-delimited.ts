import { IMPORT_LIMITS } from "@storehouse/domain";
import Papa from "papaparse";

const DELIMITERS = ["\t", ",", ";", "|"];
/** A letterhead and blank rows may stand above and between. */
const ROWS_READ_MAX = IMPORT_LIMITS.rows * 2 + 100;
const LINES_WEIGHED = 50;

/** Reads CSV, TSV or pasted cells; the sign between cells is found from the text. A quote that never closes is taken as a letter. */
export function readDelimited(text: string): string[][] {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const delimiter = named?.[1] ?? findDelimiter(body);
  const first = Papa.parse<string[]>(body, { delimiter, preview: ROWS_READ_MAX });
  if (!first.errors.some((error) => error.code === "MissingQuotes")) return first.data;
  return Papa.parse<string[]>(body, { delimiter, preview: ROWS_READ_MAX, quoteChar: "\u0000" }).data;
}

/** The sign that cuts most lines into the same number of cells, two at least. */
function findDelimiter(text: string): string {
  const head = text.slice(0, 200_000);
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, preview: LINES_WEIGHED });
    const widths = data.map((row) => row.length).filter((width) => width > 1);
    const usual = Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
    return { delimiter, score: usual };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score === 0 ? "," : best.delimiter;
}
