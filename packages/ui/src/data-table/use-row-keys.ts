"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isTyping } from "../use-hotkeys.ts";

type RowKeys<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  onOpen: ((row: Row) => void) | undefined;
  /** What e does; as Enter unless given. */
  onEdit: ((row: Row) => void) | undefined;
  /** What x does; with Shift, and with Shift and a step, it reaches from the row before. */
  onToggle: ((row: Row, isRange?: boolean) => void) | undefined;
  /** What Escape does. */
  onClear: (() => void) | undefined;
  /** What the arrows to the sides do. */
  onMove?: ((step: 1 | -1) => void) | undefined;
  /** Brings a row into the drawn part of a long list. */
  reveal: (index: number) => void;
};

const STEPS: Readonly<Record<string, number>> = {
  j: 1,
  J: 1,
  ArrowDown: 1,
  k: -1,
  K: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

const isPlain = (event: KeyboardEvent, ...keys: readonly string[]): boolean =>
  keys.includes(event.key) && !(event.ctrlKey || event.metaKey || event.altKey);

/** Walks a table's rows with j, k and the arrows; Enter or space opens, e or F2 edits, x selects. One row at a time is in the tab order. */
export function useRowKeys<Row>({
  rows,
  rowId,
  onOpen,
  onEdit = onOpen,
  onMove,
  onToggle,
  onClear,
  reveal,
}: RowKeys<Row>) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex((row) => rowId(row) === activeId),
  );

  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    wanted.current = rowId(row);
    setActiveId(rowId(row));
    reveal(rows.indexOf(row));
    focusWanted();
  };
  // A row outside the drawn part exists only after the list has scrolled, so the focus waits for it.
  const focusWanted = () => {
    const row = wanted.current === null ? null : body.current?.querySelector(`[data-row="${wanted.current}"]`);
    if (!(row instanceof HTMLElement)) return;
    row.focus();
    wanted.current = null;
  };
  useEffect(focusWanted);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest("button,a,input,[role=checkbox]")) return;
    const row = rows[at];
    const step = STEPS[event.key];
    if (step !== undefined) {
      goTo(at + step);
      const next = rows[at + step];
      if (event.shiftKey && next) onToggle?.(next, true);
    } else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(rows.length - 1);
    else if ((event.key === "Enter" || event.key === " ") && row) onOpen?.(row);
    else if (isPlain(event, "e", "F2") && row && onEdit) onEdit(row);
    else if (isPlain(event, "ArrowLeft", "ArrowRight") && onMove) onMove(event.key === "ArrowLeft" ? -1 : 1);
    else if (event.key.toLowerCase() === "x" && row && onToggle && !(event.ctrlKey || event.metaKey))
      onToggle(row, event.shiftKey);
    else if (event.key === "Escape" && onClear) onClear();
    else return;
    event.preventDefault();
  };

  // From anywhere on the page, j and k enter the table, or go on from where it was left: a row that scrolled out of the drawn part loses
  // the focus to the page.
  const enter = useRef<(step: number) => void>(undefined);
  useEffect(() => {
    enter.current = (step) => goTo(activeId === null ? 0 : at + step);
  });
  useEffect(() => {
    const onPageKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key !== "j" && event.key !== "k") return;
      event.preventDefault();
      enter.current?.(event.key === "j" ? 1 : -1);
    };
    document.addEventListener("keydown", onPageKey);
    return () => document.removeEventListener("keydown", onPageKey);
  }, []);

  return { at, body, goTo, onKeyDown, onFocusRow: (row: Row) => setActiveId(rowId(row)) };
}
