import { readNumber } from "../import/read-number.ts";

/** One line pasted into a formula: what it names, by code or name, and its amounts as far as they could be read. */
export type PastedComponent = Readonly<{ what: string; quantity: string; unit: string; scrapPercent: string }>;

const LINES_MAX = 100;
const HEADING = /^(?:code|sku|item|name|product|component|material|part)s?$/i;

/**
 * Reads lines copied from a spreadsheet: code or name, quantity, unit, scrap %, with tabs between; a heading is passed over, a unit may stand
 * behind the quantity. Undefined for text that is no such table, so that it can be pasted as text.
 */
export function readComponentLines(text: string): readonly PastedComponent[] | undefined {
  if (!/[\t\n]/.test(text.trim())) return undefined;
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim().replace(/^"(.*)"$/s, "$1")))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [first] = rows;
  const body = first !== undefined && HEADING.test(first[0] ?? "") ? rows.slice(1) : rows;
  return body.slice(0, LINES_MAX).map(toComponent);
}

function toComponent([what = "", amount = "", unit = "", scrap = ""]: readonly string[]): PastedComponent {
  const quantity = readNumber(amount);
  const lost = readNumber(scrap.replace(/%$/, ""));
  return {
    what,
    quantity: "number" in quantity ? quantity.number : amount,
    unit: unit === "" && "number" in quantity ? (quantity.unit ?? "") : unit,
    scrapPercent: scrap === "" ? "0" : "number" in lost ? lost.number : scrap,
  };
}
