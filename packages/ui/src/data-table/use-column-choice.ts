"use client";
import { useEffect, useState } from "react";
import type { Column } from "./column.ts";

/** Which columns the reader wants to see, kept on this device under `key`. */
export function useColumnChoice<Row>(columns: readonly Column<Row>[], key: string | undefined) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id)),
  );

  // Read after the first drawing: the server cannot know this device's choice.
  useEffect(() => {
    const kept = key === undefined ? null : readKept(key);
    if (kept) setHidden(new Set(kept));
  }, [key]);

  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
    if (key !== undefined) keep(key, [...next]);
  };
  const visible = columns.filter((column, index) => index === 0 || column.isFixed || !hidden.has(column.id));
  return { visible, hidden, toggle };
}

const storageKey = (key: string) => `storehouse.columns.${key}`;

function readKept(key: string): readonly string[] | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey(key)) ?? "null");
    return Array.isArray(parsed) ? parsed.filter((id) => typeof id === "string") : null;
  } catch {
    return null;
  }
}

// A browser may refuse to store, as in a private window: the choice then lasts as long as the page.
function keep(key: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify(ids));
  } catch {
    return;
  }
}
