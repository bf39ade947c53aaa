/** The upper limits of the steps that durations are counted in, in milliseconds; what took longer is counted in one more. */
export const DURATION_STEPS = [10, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;

/** Which step a duration is counted in. */
export function durationStep(ms: number): number {
  const at = DURATION_STEPS.findIndex((limit) => ms <= limit);
  return at < 0 ? DURATION_STEPS.length : at;
}

/**
 * The duration that so large a part of the counted ones stayed within, in milliseconds: taken to be spread evenly within its step, and
 * the last limit where it lies beyond. Null where nothing was counted.
 */
export function quantileOf(counts: readonly number[], part: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = total * part;
  let before = 0;
  for (const [step, count] of counts.entries()) {
    if (before + count < wanted || count === 0) {
      before += count;
      continue;
    }
    const upper = DURATION_STEPS[step] ?? DURATION_STEPS.at(-1) ?? 0;
    const lower = step === 0 ? 0 : (DURATION_STEPS[step - 1] ?? 0);
    return Math.round(lower + ((upper - lower) * (wanted - before)) / count);
  }
  return DURATION_STEPS.at(-1) ?? null;
}
