/** A number as somebody wrote it in a cell: a plain decimal and the unit that stood behind it; or why it can't be read. */
export type WrittenNumber = Readonly<
  { number: string; unit: string | null } | { reason: "NUMBER_EXPECTED" | "NUMBER_AMBIGUOUS" }
>;

const LENGTH_MAX = 60;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
const CURRENCY = /^(?:₹|rs\.?|inr|usd|eur|gbp|[$€£¥])\s*|\s*(?:₹|[$€£¥]|\/-|\/=|inr|usd|eur|gbp)$/giu;
const PARTS = /^([-+]?)([\d.,' ]*\d[.,]?)\s*([\p{L}°²³%][\p{L}\p{N}°²³%. /]*)?$/u;

const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;
// Groups of three, and the Indian way: three at the end, pairs before them.
const ENGLISH = /^(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.\d*)?$/;
// A point between groups is unambiguous only where a comma follows or a second point does; a comma where no group of three follows.
const EUROPEAN = /^(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|0,\d+|\d+,(?:\d{1,2}|\d{4,}))$/;
const SPACED = /^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/;

/**
 * Reads a number as people write it: "1,234.50", "1,23,456.00", "1.234,50", "1 234,5", "₹ 45/-", "(12)", "१२", "12 pcs".
 * Where a text can be read two ways, "1,234" and "1.234" are read the English way; what fits no way of writing is refused.
 */
export function readNumber(text: string): WrittenNumber {
  if (text.length > LENGTH_MAX) return { reason: "NUMBER_EXPECTED" };
  const bare = unwrap(text);
  const match = PARTS.exec(bare.text);
  // "1e3" is what a spreadsheet leaves of a long number: its digits are gone.
  if (match === null || /^e\d/i.test(match[3] ?? "")) return { reason: "NUMBER_EXPECTED" };
  const [, sign = "", digits = "", unit] = match;
  const plain = toPlain(digits.trim());
  if (plain === undefined) return { reason: "NUMBER_AMBIGUOUS" };
  const isNegative = (sign === "-") !== bare.isNegative && /[1-9]/.test(plain);
  return { number: isNegative ? `-${plain}` : plain, unit: unit?.trim() ?? null };
}

function unwrap(text: string): { text: string; isNegative: boolean } {
  const clean = text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[\uff0b-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(SPACES, " ")
    .trim();
  const accounting = /^\((.+)\)$/.exec(clean)?.[1] ?? /^([\d.,' ]+)-$/.exec(clean)?.[1];
  return { text: (accounting ?? clean).trim().replace(CURRENCY, "").trim(), isNegative: accounting !== undefined };
}

function toPlain(digits: string): string | undefined {
  if (PLAIN.test(digits)) return tidy(digits);
  if (ENGLISH.test(digits)) return tidy(digits.replaceAll(",", ""));
  if (EUROPEAN.test(digits)) return tidy(digits.replaceAll(".", "").replace(",", "."));
  if (SPACED.test(digits)) return tidy(digits.replace(/[ ']/g, "").replace(",", "."));
  return undefined;
}

function tidy(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const start = whole.replace(/^0+(?=\d)/, "") || "0";
  const end = fraction.replace(/0+$/, "");
  return end === "" ? start : `${start}.${end}`;
}
