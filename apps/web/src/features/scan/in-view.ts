/** How long a code must be out of the picture before the camera reads it anew. */
const GONE_MS = 1200;

/** The codes a camera sees, and when it saw each last. */
export type InView = ReadonlyMap<string, number>;

/**
 * What is new in a picture. A label that stays before the camera is one scan however often it is read; taken away and shown again, it is
 * another.
 */
export function seeCodes(
  inView: InView,
  codes: readonly string[],
  at: number,
): { inView: InView; isNew: readonly string[] } {
  const still = new Map([...inView].filter(([, seenAt]) => at - seenAt <= GONE_MS));
  const isNew = [...new Set(codes)].filter((code) => !still.has(code));
  for (const code of codes) still.set(code, at);
  return { inView: still, isNew };
}
