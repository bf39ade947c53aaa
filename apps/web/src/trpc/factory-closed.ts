"use client";
import { useSyncExternalStore } from "react";
import { failureOf } from "./failure-of.ts";

/** Why the factory is shut, as far as the operator said. */
type Closure = Readonly<{ reason: string | null }>;

let closure: Closure | null = null;
let isSupportOver = false;
const listeners = new Set<() => void>();

/** Notes that the factory was suspended, where that is what an error says: the page then tells so, over whatever it shows. */
export function reportClosed(error: unknown): void {
  const failure = failureOf(error);
  if (failure?.code === "FACTORY_SUSPENDED") set({ reason: failure.reason });
  if (failure?.code === "SUPPORT_CLOSED") endSupport();
}

/** Notes that the factory is open again. */
export const clearClosed = (): void => set(null);

/** Why the factory is shut; null while it is open. */
export function useClosure(): Closure | null {
  return useSyncExternalStore(
    listen,
    () => closure,
    () => null,
  );
}

/** True once the factory's grant no longer lets this operator look: there is no way back but a new one. */
export function useIsSupportOver(): boolean {
  return useSyncExternalStore(
    listen,
    () => isSupportOver,
    () => false,
  );
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function endSupport(): void {
  isSupportOver = true;
  for (const changed of listeners) changed();
}

function set(next: Closure | null): void {
  if (closure?.reason === next?.reason && (closure === null) === (next === null)) return;
  closure = next;
  for (const changed of listeners) changed();
}
