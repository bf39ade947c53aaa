"use client";
import { type KeyboardEvent, useId, useState } from "react";
import { cn } from "./cn.ts";
import { CalendarButton, useReadDay } from "./date-field.tsx";
import { useFormats } from "./format-provider.tsx";
import { dayInWords, dayText } from "./format-time.ts";
import { Input } from "./input.tsx";
import { say } from "./words.ts";

type DayFilterProps = {
  label: string;
  /** The day as `2026-11-24`, or null for none. */
  value: string | null;
  onChange: (day: string | null) => void;
  max?: string;
  className?: string;
};

/** A day in a list's row of filters: typed as people say it, taken on Enter or on leaving, then written out as the factory writes days. */
export function DayFilter({ label, value, onChange, max, className }: DayFilterProps) {
  const { dateFormat } = useFormats();
  const { today, read } = useReadDay();
  const [typed, setTyped] = useState<string | null>(null);
  const echoId = useId();
  const shown = typed ?? (value === null ? "" : dayText(value, dateFormat));
  const meant = read(shown);
  const take = (text: string) => {
    const taken = read(text);
    setTyped(null);
    if (text.trim() === "") onChange(null);
    else if ("day" in taken) onChange(taken.day);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") take(shown);
    if (event.key === "Escape") setTyped(null);
  };
  return (
    <div className={cn("relative w-40 coarse:w-44", className)}>
      <Input
        aria-label={label}
        aria-describedby={echoId}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => typed !== null && take(typed)}
        onKeyDown={keys}
        after={<CalendarButton day={value ?? undefined} max={max} onPick={take} />}
      />
      <span
        id={echoId}
        aria-live="polite"
        className={
          typed === null
            ? "sr-only"
            : "absolute top-full left-0 z-20 mt-1 rounded-md border bg-raised px-2 py-1 text-xs whitespace-nowrap shadow-md"
        }
      >
        {"day" in meant ? dayInWords(meant.day, today) : say("dayExamplesShort")}
      </span>
    </div>
  );
}
