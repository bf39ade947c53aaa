"use client";
import { useSyncExternalStore } from "react";

/** How often a lost connection is tried again. Well under the 5 s in which a page must come back by itself. */
const POLL_MS = 1500;

let isDown = false;
const listeners = new Set<() => void>();
const recoveries = new Set<() => void>();

/** Notes that the server could not be reached, and keeps trying until it answers. Nobody is signed out by it. */
export function reportOutage(): void {
  if (isDown) return;
  setDown(true);
  void pollUntilUp();
}

/** Asks the server whether it is there, and notes an outage when it is not. */
export async function checkConnection(): Promise<void> {
  if (!(await isHealthy())) reportOutage();
}

/** Calls back each time the connection has come back. Returns how to stop. */
export function onRecovery(callback: () => void): () => void {
  recoveries.add(callback);
  return () => recoveries.delete(callback);
}

/** True while the server cannot be reached. */
export function useIsDisconnected(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => isDown,
    () => false,
  );
}

async function pollUntilUp(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  while (!(await isHealthy()));
  setDown(false);
  for (const recover of recoveries) recover();
}

async function isHealthy(): Promise<boolean> {
  try {
    const answer = await fetch("/ready", { cache: "no-store", signal: AbortSignal.timeout(3000) });
    // Read to its end: a body that nobody reads keeps the request open until the time is out.
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

function setDown(next: boolean): void {
  isDown = next;
  for (const changed of listeners) changed();
}
