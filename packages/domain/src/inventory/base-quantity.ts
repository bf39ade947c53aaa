import { QUANTITY_SCALE, quantityOf } from "../decimal.ts";
import { fail } from "../failure.ts";
import { type Conversion, toBaseUnit } from "../unit/unit.ts";

/** A quantity as somebody entered it: in a unit with so many decimals, of which one is so many base units. */
export type EnteredQuantity = Readonly<{
  quantity: string;
  decimals: number;
  conversion: Conversion;
  baseDecimals: number;
  /** Where the quantity stands in the input. */
  field: string;
}>;

/**
 * An entered quantity in the base unit, scaled. Throws INVALID TOO_MANY_DECIMALS when it is finer than its unit
 * or does not come out exactly in the base unit, AMOUNT_TOO_LARGE when it does not fit.
 */
export function baseQuantity({ quantity, decimals, conversion, baseDecimals, field }: EnteredQuantity): bigint {
  const entered = quantityOf(quantity);
  const base = isFinerThan(entered, decimals) ? undefined : toBaseUnit(entered, conversion);
  if (base === undefined || isFinerThan(base, baseDecimals)) {
    return fail({ code: "INVALID", field, reason: "TOO_MANY_DECIMALS" });
  }
  if (base >= QUANTITY_LIMIT) fail({ code: "AMOUNT_TOO_LARGE", field });
  return base;
}

/** The first quantity, scaled, that DECIMAL(18,6) does not hold. */
export const QUANTITY_LIMIT = 10n ** 18n;

const isFinerThan = (scaled: bigint, decimals: number): boolean =>
  scaled % 10n ** BigInt(Math.max(0, QUANTITY_SCALE - decimals)) !== 0n;
