/** About how wide a letter of the code under the bars is, of its height. */
const LETTER = 0.62;
const CODE_MIN_MM = 1.5;

/** How large the code is printed so that it stays on one line of so many millimetres, within bounds. */
export function codeSize(code: string, widthMm: number, largestMm: number): number {
  const fitting = widthMm / (LETTER * Math.max(1, [...code].length));
  return Math.max(CODE_MIN_MM, Math.min(largestMm, Math.round(fitting * 100) / 100));
}

/** Sizes that suit a label of this height, in millimetres. */
export function sizesFor(heightMm: number): Readonly<{ margin: number; name: number; code: number }> {
  if (heightMm < 23) return { margin: 1.5, name: 2.3, code: 2.1 };
  if (heightMm < 30) return { margin: 2, name: 2.7, code: 2.5 };
  if (heightMm < 45) return { margin: 2.5, name: 3.3, code: 2.9 };
  return { margin: 4, name: 5, code: 4 };
}
