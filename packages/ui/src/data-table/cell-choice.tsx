"use client";
import { type SyntheticEvent, useId, useRef, useState } from "react";
import type { CellChoiceOf } from "./cell-edit.ts";
import type { CellInputProps } from "./cell-input.tsx";
import { CellProblem } from "./cell-problem.tsx";

type CellChoiceProps<Row> = CellInputProps<Row> & { draw: CellChoiceOf<Row> };

/** A choice in a cell, open from the start: what is chosen is saved, what is closed without a choice stays as it was. What is wrong is said at the cell. */
export function CellChoice<Row>({ row, edit, draw, label, onDone }: CellChoiceProps<Row>) {
  const errorId = useId();
  const isOver = useRef(false);
  const [value, setValue] = useState(() => edit.text(row) || null);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isChosen = useRef(false);

  const end = () => {
    if (isOver.current) return;
    isOver.current = true;
    onDone("row");
  };
  const choose = async (next: string | null) => {
    isChosen.current = true;
    if (next === (edit.text(row) || null)) return end();
    setValue(next);
    setError(null);
    setSaving(true);
    const wrong = await edit.save(row, next ?? "");
    setSaving(false);
    isChosen.current = false;
    if (wrong === null) end();
    else setError(wrong);
  };
  return (
    <span
      className="absolute inset-0.5 block [&>div]:h-full [&_.control]:h-full [&_.control]:min-h-0 [&_.control]:border-accent-ink [&_.control]:px-2.5"
      role="presentation"
      aria-busy={isSaving}
      {...KEPT}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") end();
      }}
    >
      <Drawn
        draw={draw}
        row={row}
        value={value}
        label={label}
        onChange={(next) => void choose(next)}
        // The list closes after a choice too: that one ends once it is saved.
        onClose={() => (isChosen.current ? undefined : end())}
      />
      {error === null ? null : <CellProblem id={errorId} text={error} />}
    </span>
  );
}

type DrawnProps<Row> = Readonly<{ draw: CellChoiceOf<Row>; row: Row }> & Parameters<CellChoiceOf<Row>>[1];

/** What to choose from, as a part of its own: what it is handed looks at what a drawing may not. */
const Drawn = <Row,>({ draw, row, ...choice }: DrawnProps<Row>) => draw(row, choice);

// The list is drawn elsewhere, but what happens in it comes up through here: the row is not told of it.
const stop = (event: SyntheticEvent): void => event.stopPropagation();
const KEPT = { onClick: stop, onPointerDown: stop, onFocus: stop };
