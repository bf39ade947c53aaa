"use client";
import { parseAsString, useQueryState } from "nuqs";
import { useRef } from "react";

/**
 * Which record's drawer is open, in the URL under `key`. Opening is a step of the history and closing goes that step back, so that Back closes the
 * drawer; going on to the next record stays within the step.
 */
export function useDrawerAddress(key: string) {
  const [openId, set] = useQueryState(key, parseAsString);
  const openedAt = useRef<number | undefined>(undefined);
  const open = (id: string) => {
    if (openId !== null) return void set(id);
    openedAt.current = undefined;
    void set(id, { history: "push" }).then(() => {
      openedAt.current = historyIndex();
    });
  };
  const close = () => {
    const isOwnStep = openedAt.current !== undefined && openedAt.current === historyIndex();
    openedAt.current = undefined;
    // Where something else was opened since, or the page began with the drawer open, a step back would lead elsewhere.
    if (isOwnStep) window.history.back();
    else void set(null);
  };
  return { openId, open, close };
}

// A browser without the Navigation API does not tell where in its history it stands.
const historyIndex = (): number | undefined =>
  "navigation" in window ? window.navigation.currentEntry?.index : undefined;
