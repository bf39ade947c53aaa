/** Digits after the point of a quantity: DECIMAL(18,6) in SQL. */
export const QUANTITY_SCALE = 6;
/** Digits after the point of an amount of money or a unit cost: DECIMAL(18,4) in SQL. */
export const MONEY_SCALE = 4;

/** Reads a plain decimal ("-12.5") as an integer count of 10^-scale. Throws on anything else, or on more digits than the scale holds. */
export function toScaled(text: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError("not a decimal");
  const [, sign = "", whole = "0", fraction = ""] = match;
  if (fraction.slice(scale).replace(/0+$/, "") !== "") throw new RangeError("too many decimals");
  const value = BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
  return sign === "-" ? -value : value;
}

/** Writes a scaled integer as a plain decimal without needless zeros: fromScaled(1500000n, 6) is "1.5". */
export function fromScaled(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** a × b ÷ c, rounded half away from zero to a whole number. c must not be 0. */
export function mulDiv(a: bigint, b: bigint, c: bigint): bigint {
  const product = a * b;
  const isNegative = product < 0n !== c < 0n;
  const top = product < 0n ? -product : product;
  const bottom = c < 0n ? -c : c;
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return isNegative ? -rounded : rounded;
}

/** Drops the needless zeros of a DECIMAL as the driver hands it over: "1.500000" becomes "1.5". */
export function trimDecimal(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A decimal with at most so many digits after the point, rounded half away from zero: "13.4187" to 2 is "13.42". */
export function roundDecimal(text: string, scale: number): string {
  const given = text.split(".")[1]?.length ?? 0;
  if (given <= scale) return text;
  return fromScaled(mulDiv(toScaled(text, given), 1n, 10n ** BigInt(given - scale)), scale);
}

export const quantityOf = (text: string): bigint => toScaled(text, QUANTITY_SCALE);
export const quantityText = (value: bigint): string => fromScaled(value, QUANTITY_SCALE);
export const moneyOf = (text: string): bigint => toScaled(text, MONEY_SCALE);
export const moneyText = (value: bigint): string => fromScaled(value, MONEY_SCALE);

/** What a quantity is worth at a unit cost, both scaled; rounded half up to money's scale. */
export const worth = (quantity: bigint, unitCost: bigint): bigint =>
  mulDiv(quantity, unitCost, 10n ** BigInt(QUANTITY_SCALE));
