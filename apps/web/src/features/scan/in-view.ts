/** How long a code must be out of the picture before the camera reads it anew, and in how many pictures: a slow phone makes few of them. */
const GONE_MS = 1200;
const GONE_PICTURES = 2;

/** The codes a camera sees: when it saw each last, and how many pictures since then were without it. */
export type InView = ReadonlyMap<string, Readonly<{ seenAt: number; missed: number }>>;

/**
 * What is new in a picture. A label that stays before the camera is one scan however often it is read; taken away and shown again, it is
 * another.
 */
export function seeCodes(
  inView: InView,
  codes: readonly string[],
  at: number,
): { inView: InView; isNew: readonly string[] } {
  const seen = new Set(codes);
  const still = new Map<string, { seenAt: number; missed: number }>();
  for (const [code, { seenAt, missed }] of inView) {
    const isGone = !seen.has(code) && missed + 1 >= GONE_PICTURES && at - seenAt > GONE_MS;
    if (!isGone) still.set(code, { seenAt, missed: missed + 1 });
  }
  const isNew = [...seen].filter((code) => !still.has(code));
  for (const code of seen) still.set(code, { seenAt: at, missed: 0 });
  return { inView: still, isNew };
}
