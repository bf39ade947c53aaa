import { fromScaled, QUANTITY_SCALE } from "../decimal.ts";

/** A unit that may stand in a typed quantity: one of it is numerator/denominator base units. */
export type TypedUnit = Readonly<{ code: string; numerator: number; denominator: number }>;

/** What a typed quantity means: so many base units, or why it can't be read. */
export type TypedQuantity = Readonly<
  | { quantity: string }
  | { reason: "NUMBER_EXPECTED" | "UNIT_UNKNOWN" | "TOO_MANY_DECIMALS" | "MUST_BE_POSITIVE" | "NUMBER_TOO_LARGE" }
>;

type Fraction = Readonly<{ top: bigint; bottom: bigint }>;
type Term = { value: Fraction; unit: TypedUnit | undefined };

const TOKEN =
  /\s*(?:(\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|([-+*/×])|([\p{L}°²³%]+[\p{L}\p{N}°²³%]*))/uy;
const LENGTH_MAX = 60;

/**
 * Reads what people type for a quantity: "38", "3 box + 2", "12*4", "1/2 box", "1,200". The arithmetic is exact.
 * A number without a unit counts base units; `decimals` is how many digits after the point the base unit allows.
 */
export function readQuantity(text: string, units: readonly TypedUnit[], decimals: number): TypedQuantity {
  const terms = readTerms(text.slice(0, LENGTH_MAX + 1), units);
  if (typeof terms === "string") return { reason: terms };
  const sum = terms.reduce<Fraction>((total, term) => add(total, inBaseUnit(term)), { top: 0n, bottom: 1n });
  if (sum.top <= 0n) return { reason: "MUST_BE_POSITIVE" };
  const scaled = sum.top * 10n ** BigInt(decimals);
  if (scaled % sum.bottom !== 0n) return { reason: "TOO_MANY_DECIMALS" };
  if (sum.top / sum.bottom >= 10n ** 12n) return { reason: "NUMBER_TOO_LARGE" };
  return { quantity: fromScaled((scaled / sum.bottom) * 10n ** BigInt(QUANTITY_SCALE - decimals), QUANTITY_SCALE) };
}

function readTerms(text: string, units: readonly TypedUnit[]): readonly Term[] | "NUMBER_EXPECTED" | "UNIT_UNKNOWN" {
  const terms: Term[] = [];
  let operator: string | undefined = "+";
  for (const token of tokens(text)) {
    if (token === undefined) return "NUMBER_EXPECTED";
    const last = terms.at(-1);
    if (token.kind === "operator") {
      // A minus before all else is a sign: what is below zero is told so.
      const isSign = token.text === "-" && operator === "+" && last === undefined;
      if (operator !== undefined && !isSign) return "NUMBER_EXPECTED";
      operator = token.text;
    } else if (token.kind === "unit") {
      const unit = units.find((one) => one.code.toLowerCase() === token.text.toLowerCase());
      if (unit === undefined && /^x$/i.test(token.text) && operator === undefined) operator = "*";
      else if (unit === undefined) return "UNIT_UNKNOWN";
      else if (last === undefined || operator !== undefined || last.unit !== undefined) return "NUMBER_EXPECTED";
      else last.unit = unit;
    } else {
      const value = numberOf(token.text);
      if (operator === undefined) return "NUMBER_EXPECTED";
      if (operator === "+" || operator === "-")
        terms.push({ value: operator === "-" ? { ...value, top: -value.top } : value, unit: undefined });
      else if (last === undefined || (operator === "/" && value.top === 0n)) return "NUMBER_EXPECTED";
      else
        last.value =
          operator === "/" ? times(last.value, { top: value.bottom, bottom: value.top }) : times(last.value, value);
      operator = undefined;
    }
  }
  return terms.length === 0 || operator !== undefined ? "NUMBER_EXPECTED" : terms;
}

type Token = Readonly<{ kind: "number" | "operator" | "unit"; text: string }>;

/** The text's tokens in order; ends with undefined at the first thing that is none. */
function* tokens(text: string): Generator<Token | undefined, void> {
  const trimmed = text.trim();
  if (trimmed.length > LENGTH_MAX) yield undefined;
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < trimmed.length) {
    const match = pattern.exec(trimmed);
    if (match === null) {
      yield undefined;
      return;
    }
    const [, number, operator, unit] = match;
    if (number !== undefined) yield { kind: "number", text: number.replaceAll(",", "") };
    else if (operator !== undefined) yield { kind: "operator", text: operator === "×" ? "*" : operator };
    else yield { kind: "unit", text: unit ?? "" };
  }
}

function numberOf(text: string): Fraction {
  const [whole = "", fraction = ""] = text.split(".");
  return { top: BigInt(`${whole}${fraction}`), bottom: 10n ** BigInt(fraction.length) };
}

const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const add = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
const inBaseUnit = ({ value, unit }: Term): Fraction =>
  unit === undefined ? value : times(value, { top: BigInt(unit.numerator), bottom: BigInt(unit.denominator) });
