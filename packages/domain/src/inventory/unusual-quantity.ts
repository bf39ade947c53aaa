import { quantityOf } from "../decimal.ts";

const KNOWN_MIN = 3;
const UNUSUAL_TIMES = 10n;

/**
 * How many times the usual a quantity is, when it is ten times as much or more: a finger too many on the 0. The usual is the median
 * of what was booked before; undefined while fewer than three bookings are known, or when it is nothing unusual.
 */
export function timesTheUsual(quantity: string, before: readonly string[]): number | undefined {
  if (before.length < KNOWN_MIN) return undefined;
  const sizes = before
    .map((text) => quantityOf(text.replace("-", "")))
    .toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0n;
  const wanted = quantityOf(quantity.replace("-", ""));
  return usual > 0n && wanted >= usual * UNUSUAL_TIMES ? Number(wanted / usual) : undefined;
}
