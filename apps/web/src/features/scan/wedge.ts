/** Letters closer together than this come from a machine: who types fast still takes twice as long. */
export const GAP_MS = 50;
/** The key that ends a scan may come a little later than the letters. */
const END_GAP_MS = 120;
const LENGTH_MIN = 4;
const LENGTH_MAX = 200;

/** Letters that came as fast as a scanner types, and when the last of them did. */
export type Burst = Readonly<{ text: string; lastAt: number }>;
export const NO_BURST: Burst = { text: "", lastAt: Number.NEGATIVE_INFINITY };

/** A key as the rule sees it. `hasModifier`: Ctrl, Alt or Meta was held, so it is a command. */
export type Key = Readonly<{ key: string; at: number; hasModifier: boolean }>;

/** What a key makes of the burst so far. `isFirst`: it may be the first letter of a scan. `scanned`: it ended one, which read this. */
export type KeyRead = Readonly<{ burst: Burst; isFirst: boolean; scanned?: string }>;

/**
 * Tells a keyboard-wedge scanner from a person: letters in quick succession, ended by Enter or Tab. Takes one key at a time; a person's typing
 * never amounts to a scan, since each letter of it begins anew.
 */
export function readKey(burst: Burst, { key, at, hasModifier }: Key): KeyRead {
  // A scanner presses Shift for upper case, which is part of the letter.
  if (key === "Shift" || key === "CapsLock") return { burst, isFirst: false };
  if (hasModifier) return { burst: NO_BURST, isFirst: false };
  if (key === "Enter" || key === "Tab") {
    const isScan = burst.text.length >= LENGTH_MIN && at - burst.lastAt <= END_GAP_MS;
    return { burst: NO_BURST, isFirst: false, ...(isScan && { scanned: burst.text }) };
  }
  if ([...key].length !== 1) return { burst: NO_BURST, isFirst: false };
  const goesOn = burst.text !== "" && at - burst.lastAt <= GAP_MS && burst.text.length < LENGTH_MAX;
  return { burst: { text: goesOn ? burst.text + key : key, lastAt: at }, isFirst: !goesOn };
}
