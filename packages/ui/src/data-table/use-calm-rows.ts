"use client";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";

type CalmRows<Row> = Readonly<{
  rows: readonly Row[];
  /** Ids of rows that have just changed, or come. */
  litIds: ReadonlySet<string>;
  /** How many new rows wait for the pointer to go. */
  waiting: number;
  /** The pointer is over the rows: they keep their places. */
  hold: () => void;
  /** The pointer has gone, or what waits is asked for. */
  release: () => void;
}>;

type Held<Row> = Readonly<{ listKey: string; rows: readonly Row[] }>;

const LIT_MS = 2_500;
/** Comparing more would be felt. */
const COMPARED_MAX = 1_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * Rows that come to change while somebody looks at them: what changed is lit for a moment, and nothing moves under the pointer. `listKey` names the
 * list as asked for, with its filters and sort: under another key everything is new, and nothing is lit or held.
 */
export function useCalmRows<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  listKey: string | undefined,
): CalmRows<Row> {
  const [held, setHeld] = useState<Held<Row> | null>(null);
  const isHeld = held !== null && held.listKey === listKey;
  const shown = useMemo(() => (isHeld ? inPlace(held.rows, rows, rowId) : rows), [isHeld, held, rows, rowId]);
  const litIds = useLitIds(rows, rowId, listKey);
  const ids = new Set(shown.map(rowId));
  return {
    rows: shown,
    litIds,
    waiting: isHeld ? rows.filter((row) => !ids.has(rowId(row))).length : 0,
    hold: () => {
      if (!isHeld && listKey !== undefined) setHeld({ listKey, rows });
    },
    release: () => setHeld(null),
  };
}

/** The held rows where they stood, as they are now; after them, what was loaded further down. */
function inPlace<Row>(held: readonly Row[], rows: readonly Row[], rowId: (row: Row) => string): readonly Row[] {
  const now = new Map(rows.map((row) => [rowId(row), row]));
  const kept = held.map((row) => now.get(rowId(row)) ?? row);
  const ids = new Set(held.map(rowId));
  const last = rows.findLastIndex((row) => ids.has(rowId(row)));
  return last < 0 ? kept : [...kept, ...rows.slice(last + 1)];
}

function useLitIds<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  listKey: string | undefined,
): ReadonlySet<string> {
  const before = useRef<Readonly<{ listKey: string | undefined; texts: ReadonlyMap<string, string> }>>(undefined);
  const [litIds, setLitIds] = useState(NONE);
  // Callers name rows by a function made anew each time: that alone is no reason to compare.
  const compare = useEffectEvent(() => {
    if (rows.length > COMPARED_MAX) return;
    const texts = new Map(rows.map((row) => [rowId(row), JSON.stringify(row)]));
    const known = before.current;
    before.current = { listKey, texts };
    if (listKey === undefined || known?.listKey !== listKey || known.texts.size === 0) return;
    const changed = changedIds(known.texts, texts);
    if (changed.size > 0) setLitIds(changed);
  });
  useEffect(() => compare(), [rows, listKey]);
  useEffect(() => {
    if (litIds.size === 0) return undefined;
    const timer = setTimeout(() => setLitIds(NONE), LIT_MS);
    return () => clearTimeout(timer);
  }, [litIds]);
  return litIds;
}

/** What is other than before or new; not what was loaded further down. */
function changedIds(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): ReadonlySet<string> {
  const ids = [...now.keys()];
  const last = ids.findLastIndex((id) => before.has(id));
  return new Set(ids.slice(0, last + 1).filter((id) => before.get(id) !== now.get(id)));
}
