"use client";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cn } from "../cn.ts";
import { ungroupDigits } from "../group-digits.ts";
import type { CellEdit } from "./cell-edit.ts";
import { CellProblem } from "./cell-problem.tsx";

export type CellInputProps<Row> = {
  row: Row;
  edit: CellEdit<Row>;
  /** What is changed of which row, as "Price of Bolt". */
  label: string;
  /** The field goes: focus returns to the row, or goes on to the cell beside. */
  onDone: (next: "row" | 1 | -1 | "nowhere") => void;
};

/** A cell's field: Enter saves, Tab saves and goes on, Escape leaves it as it was. What is wrong is said at the cell, and what was typed stays. */
export function CellInput<Row>({ row, edit, label, onDone }: CellInputProps<Row>) {
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const [first] = useState(() => edit.text(row));
  const [text, setText] = useState(first);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const end = (next: Parameters<typeof onDone>[0]) => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(next);
  };
  const save = async (next: Parameters<typeof onDone>[0]) => {
    if (isSaving || isOver.current) return;
    if (text.trim() === first.trim() && error === null) return end(next);
    setSaving(true);
    const wrong = await edit.save(row, text);
    setSaving(false);
    if (wrong === null) return end(next);
    setError(wrong);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = { Enter: "row", Tab: event.shiftKey ? -1 : 1 } as const;
    const isSave = event.key === "Enter" || event.key === "Tab";
    if (!isSave && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isSave) void save(event.key === "Enter" ? next.Enter : next.Tab);
    else end("row");
  };
  return (
    <span className="absolute inset-0.5 block">
      <input
        ref={input}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        aria-busy={isSaving}
        readOnly={isSaving}
        autoComplete="off"
        spellCheck={false}
        inputMode={edit.isNumber ? "decimal" : "text"}
        value={text}
        onChange={(event) => {
          setText(edit.isNumber ? ungroupDigits(event.target.value) : event.target.value);
          setError(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => void save("nowhere")}
        className={cn(
          "size-full rounded-sm border border-accent-ink bg-surface px-2.5 text-ink outline-none",
          edit.isNumber && "tabular text-right",
          error !== null && "border-problem",
        )}
      />
      {error === null ? null : <CellProblem id={errorId} text={error} />}
    </span>
  );
}
