/**
 * Shares an amount out in proportion to weights, in whole units that sum to it exactly: each gets its share rounded down,
 * and what is left goes one by one to the largest remainders. All zero when the weights are.
 */
export function shareOut(total: bigint, weights: readonly bigint[]): readonly bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0n);

  const shares = weights.map((weight) => (total * weight) / sum);
  const left = total - shares.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (total * weight) % sum }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder < b.remainder ? 1 : -1));
  const favoured = new Set(byRemainder.slice(0, Number(left)).map(({ at }) => at));
  return shares.map((share, at) => (favoured.has(at) ? share + 1n : share));
}
