"use client";
import { useSyncExternalStore } from "react";

let isLost = false;
const listeners = new Set<() => void>();

/** Notes that the server no longer knows this person: the page asks for the password again and keeps what was typed. */
export const reportSessionLost = (): void => setLost(true);

/** Notes that the person is signed in again. */
export const clearSessionLost = (): void => setLost(false);

/** True from the moment the server did not know this person until they signed in again. */
export function useIsSessionLost(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => isLost,
    () => false,
  );
}

function setLost(next: boolean): void {
  if (isLost === next) return;
  isLost = next;
  for (const changed of listeners) changed();
}
