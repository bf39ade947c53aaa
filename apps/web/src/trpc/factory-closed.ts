"use client";
import { useSyncExternalStore } from "react";
import { failureOf } from "./failure-of.ts";

/** Why the factory is shut, as far as the operator said. */
type Closure = Readonly<{ reason: string | null }>;

let closure: Closure | null = null;
const listeners = new Set<() => void>();

/** Notes that the factory was suspended, where that is what an error says: the page then tells so, over whatever it shows. */
export function reportClosed(error: unknown): void {
  const failure = failureOf(error);
  if (failure?.code === "FACTORY_SUSPENDED") set({ reason: failure.reason });
}

/** Notes that the factory is open again. */
export const clearClosed = (): void => set(null);

/** Why the factory is shut; null while it is open. */
export function useClosure(): Closure | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => closure,
    () => null,
  );
}

function set(next: Closure | null): void {
  if (closure?.reason === next?.reason && (closure === null) === (next === null)) return;
  closure = next;
  for (const changed of listeners) changed();
}
