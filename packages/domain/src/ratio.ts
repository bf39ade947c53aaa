/** An exact fraction of at least 0; the bottom is above 0. */
export type Ratio = Readonly<{ top: bigint; bottom: bigint }>;

export const ZERO: Ratio = { top: 0n, bottom: 1n };

/** A fraction in lowest terms, so that long sums stay short. */
export function ratio(top: bigint, bottom = 1n): Ratio {
  const divisor = greatestDivisor(top, bottom);
  return divisor === 0n ? ZERO : { top: top / divisor, bottom: bottom / divisor };
}

export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.top * b.top, a.bottom * b.bottom);

/** The largest multiple of `step` that is not above the fraction. */
export const floorTo = ({ top, bottom }: Ratio, step = 1n): bigint => (top / (bottom * step)) * step;

/** The smallest multiple of `step` that is not below the fraction. */
export const ceilTo = ({ top, bottom }: Ratio, step = 1n): bigint =>
  ((top + bottom * step - 1n) / (bottom * step)) * step;

/** The nearest whole number, a half upwards. */
export const nearest = ({ top, bottom }: Ratio): bigint => (top * 2n + bottom) / (bottom * 2n);

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
