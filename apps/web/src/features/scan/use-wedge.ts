"use client";
import { isTyping } from "@storehouse/ui";
import { useEffect, useEffectEvent } from "react";
import { type Burst, GAP_MS, NO_BURST, readKey } from "./wedge.ts";

type TextField = HTMLInputElement | HTMLTextAreaElement;
type Before = Readonly<{ field: TextField; text: string }>;
type Held = Readonly<{ event: KeyboardEvent; target: EventTarget }>;

/**
 * Hears a keyboard-wedge scanner wherever the focus is. What it writes into a field is taken out again. Keys that would do something on the page
 * are held back until it is clear that a person pressed them.
 */
export function useWedge(onScan: (code: string) => void): void {
  const scan = useEffectEvent(onScan);
  useEffect(() => {
    let burst: Burst = NO_BURST;
    let before: Before | undefined;
    let held: Held[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const replayed = new WeakSet<Event>();

    const letGo = () => {
      const keys = held;
      held = [];
      for (const { event, target } of keys) {
        const again = new KeyboardEvent("keydown", {
          key: event.key,
          code: event.code,
          bubbles: true,
          cancelable: true,
        });
        replayed.add(again);
        target.dispatchEvent(again);
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (replayed.has(event) || event.isComposing || event.repeat) return;
      const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
      const read = readKey(burst, { key: event.key, at: event.timeStamp, hasModifier });
      burst = read.burst;
      if (read.scanned !== undefined) {
        clearTimeout(timer);
        held = [];
        stop(event);
        if (before) putBack(before);
        scan(read.scanned);
        return;
      }
      if (read.isFirst) before = textBefore(event.target);
      const isLetter = burst.text !== "" && [...event.key].length === 1 && !hasModifier;
      if (!isLetter || isTyping(event.target)) return;
      stop(event);
      held.push({ event, target: event.target ?? document.body });
      clearTimeout(timer);
      timer = setTimeout(letGo, GAP_MS + 10);
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, []);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function textBefore(target: EventTarget | null): Before | undefined {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField ? { field: target, text: target.value } : undefined;
}

// By the element's own setter, past React's, so that React hears of it as of typing.
function putBack({ field, text }: Before): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
