"use client";
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

/**
 * A text this device keeps under `key`, and how to change it; null when there is none. Null on the server and in the first drawing too, so
 * that both draw the same.
 */
export function useStored(key: string): readonly [string | null, (text: string | null) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  return [text, (next) => store(key, next)];
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener("storage", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("storage", changed);
  };
}

// What a browser refuses to store, as in a private window, lasts as long as the page.
const unstored = new Map<string, string | null>();

function read(key: string): string | null {
  const kept = unstored.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
  for (const changed of listeners) changed();
}
