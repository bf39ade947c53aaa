"use client";
import { useEffect, useRef } from "react";

/** How long the second key of a pair may take. */
const PAIR_MS = 1200;

/** True while somebody writes, or a dialog or menu holds the keys. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return target.closest("[role=dialog],[role=menu],[role=listbox]") !== null;
}

/**
 * Listens for keys on the whole page: "n", "?", "g p" (one after the other) or "mod+k" (Ctrl, or Command on a Mac).
 * Plain keys are left alone while somebody types.
 */
export function useHotkeys(actions: Readonly<Record<string, () => void>>): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    let first = "";
    let firstAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (event.ctrlKey || event.metaKey) return run(current.current[`mod+${key}`], event);
      if (isTyping(event.target)) return;
      const pair = first !== "" && Date.now() - firstAt < PAIR_MS ? current.current[`${first} ${key}`] : undefined;
      first = key;
      firstAt = Date.now();
      run(pair ?? current.current[key], event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function run(action: (() => void) | undefined, event: KeyboardEvent): void {
  if (!action) return;
  event.preventDefault();
  action();
}
