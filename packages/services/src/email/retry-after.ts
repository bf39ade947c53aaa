const MINUTE_MS = 60_000;
const PAUSES_MIN = [1, 5, 15, 60, 180, 360, 720] as const;

/** How often an e-mail is tried before it is given up. */
export const ATTEMPTS_MAX = PAUSES_MIN.length + 1;

/** How long to wait after so many failed attempts; undefined when it is to be given up. */
export function retryAfterMs(attempts: number): number | undefined {
  const minutes = PAUSES_MIN[attempts - 1];
  return minutes === undefined ? undefined : minutes * MINUTE_MS;
}
