import type { NumberFormat } from "@storehouse/domain";
import { currentFormats } from "./formats.ts";

type Grouping = { scale?: number | undefined; format?: NumberFormat | undefined };

/**
 * A decimal string for people: digits grouped as the factory does, a true minus, and exactly `scale` decimals when given (cut, never
 * rounded up from a float: the text is never turned into a number).
 */
export function groupDigits(text: string, { scale, format = currentFormats().numberFormat }: Grouping = {}): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "0", given = ""] = match;
  const fraction = scale === undefined ? given.replace(/0+$/, "") : fractionOf(given, scale);
  const figures = GROUPED[format](whole.replace(/^0+(?=\d)/, ""));
  return `${sign === "-" ? "\u2212" : ""}${figures}${fraction === "" ? "" : `.${fraction}`}`;
}

const GROUPED: Record<NumberFormat, (digits: string) => string> = {
  // The last three, then by two: 12,34,567.
  lakh: (digits) => digits.replace(/\B(?=(?:\d{2})*\d{3}$)/g, ","),
  thousand: (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","),
  space: (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, "\u202f"),
  plain: (digits) => digits,
};

// Digits beyond the scale are kept when they say something: an average cost of 0.0125 is not 0.01.
function fractionOf(given: string, scale: number): string {
  const kept = given.replace(/0+$/, "");
  return kept.length > scale ? kept : kept.padEnd(scale, "0");
}

const GROUPED_NUMBER = /^[-\u2212]?\d+(?:[,\u00a0\u202f ]\d{2,3})*[,\u00a0\u202f ]\d{3}(?:\.\d*)?$/;

/** A number that was typed or pasted as people read it, "1,711.00" or "12,34,567", without its grouping; any other text as it is. */
export const ungroupDigits = (text: string): string =>
  GROUPED_NUMBER.test(text.trim())
    ? text
        .trim()
        .replace("\u2212", "-")
        .replaceAll(/[,\u00a0\u202f ]/g, "")
    : text;
