const MINUTE_MS = 60_000;
const PAUSES_MIN = [1, 5, 15, 60, 180, 360, 360] as const;

/** How often a delivery is tried before it is given up. */
export const WEBHOOK_ATTEMPTS_MAX = PAUSES_MIN.length + 1;

/** An endpoint is turned off after so many attempts in a row came to nothing, over at least so long. */
export const WEBHOOK_FAILURES_MAX = 20;
export const WEBHOOK_FAILING_MS = 24 * 60 * MINUTE_MS;

/**
 * How long to wait after so many failed attempts, up to a fifth longer as `chance` (0 to 1) has it, so that many do not come back at once;
 * undefined when it is to be given up.
 */
export function webhookPauseMs(attempts: number, chance: number): number | undefined {
  const minutes = PAUSES_MIN[attempts - 1];
  return minutes === undefined ? undefined : Math.round(minutes * MINUTE_MS * (1 + chance / 5));
}

/** How long an endpoint whose receiver does not answer is left alone, after so many failures in a row. */
export const receiverPauseMs = (failures: number, chance: number): number =>
  webhookPauseMs(Math.min(failures, PAUSES_MIN.length), chance) ?? MINUTE_MS;

/** True when an endpoint has failed so often and so long that it is turned off. */
export const isGivenUp = (failures: number, failingSince: Date, now: Date): boolean =>
  failures >= WEBHOOK_FAILURES_MAX && now.getTime() - failingSince.getTime() >= WEBHOOK_FAILING_MS;
