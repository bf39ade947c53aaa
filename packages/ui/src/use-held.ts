"use client";
import { useState } from "react";

/** A value that stays as it is from `hold`, called when a press begins, until the press is over: what is pressed does not move away from under it. */
export function useHeld<Value>(value: Value): Readonly<{ held: Value; hold: () => void }> {
  const [kept, setKept] = useState<{ value: Value } | null>(null);
  const hold = () => {
    setKept({ value });
    const over = new AbortController();
    // The click comes right after the pointer is up, and is still about what was there.
    const release = () => {
      over.abort();
      setTimeout(() => setKept(null), 0);
    };
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, { signal: over.signal });
  };
  return { held: kept === null ? value : kept.value, hold };
}
