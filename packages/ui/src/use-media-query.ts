"use client";
import { useSyncExternalStore } from "react";

/** True while the query holds. False on the server and in the first drawing, so that both draw the same. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** True on a screen too narrow for a table's columns. */
export const useIsNarrow = (): boolean => useMediaQuery("(max-width: 639px)");
