"use client";
import { DayFilter, Select } from "@storehouse/ui";
import { useState } from "react";

const ALL = "all";
const CUSTOM = "custom";
const SPANS = [
  { value: ALL, label: "Any time" },
  { value: "1", label: "Last 24 hours" },
  { value: "7", label: "Last 7 days" },
  { value: "30", label: "Last 30 days" },
  { value: "90", label: "Last 90 days" },
  { value: CUSTOM, label: "Custom range" },
];

type Span = { days: number | null; from: string | null; to: string | null };
type SpanFilterProps = { state: Readonly<Span>; set: (changes: Partial<Span>) => void };

/** From when to when a list goes. The two days of a range of one's own are asked for only once one is wanted. */
export function SpanFilter({ state, set }: SpanFilterProps) {
  const [isCustom, setCustom] = useState(false);
  const isRange = isCustom || state.from !== null || state.to !== null;
  const choose = (value: string) => {
    setCustom(value === CUSTOM);
    if (value === CUSTOM) return set({ days: null });
    set({ days: value === ALL ? null : Number(value), from: null, to: null });
  };
  return (
    <>
      <Select
        className="w-auto"
        label="When"
        options={SPANS}
        value={isRange ? CUSTOM : state.days === null ? ALL : String(state.days)}
        onChange={choose}
      />
      {isRange ? (
        <>
          <DayFilter label="From" value={state.from} onChange={(from) => set({ from, days: null })} />
          <DayFilter label="To" value={state.to} onChange={(to) => set({ to, days: null })} />
        </>
      ) : null}
    </>
  );
}
