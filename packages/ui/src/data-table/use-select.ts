"use client";
import { useRef } from "react";
import { isSelected, type Selection, withSelected } from "./selection.ts";

type Selecting<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  selection?: Selection | undefined;
  onSelectionChange?: ((selection: Selection) => void) | undefined;
};

/** Chooses rows: one, or with `isRange` all from the one that was chosen last to it. Undefined where rows cannot be chosen. */
export function useSelect<Row>({ rows, rowId, selection, onSelectionChange }: Selecting<Row>) {
  const anchor = useRef<string | null>(null);
  if (selection === undefined) return undefined;
  return (row: Row, isRange = false) => {
    const id = rowId(row);
    const places = isRange ? [anchor.current, id].map((one) => rows.findIndex((other) => rowId(other) === one)) : [];
    const isKnown = places.length > 0 && !places.includes(-1);
    const range = isKnown ? rows.slice(Math.min(...places), Math.max(...places) + 1).map(rowId) : [id];
    onSelectionChange?.(withSelected(selection, range, isKnown || !isSelected(selection, id)));
    anchor.current = id;
  };
}
