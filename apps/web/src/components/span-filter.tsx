"use client";
import { DayFilter, Select } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../language/t.ts";

const ALL = "all";
const CUSTOM = "custom";
const SPANS = [
  {
    value: ALL,
    get label() {
      return t("common.anyTime");
    },
  },
  {
    value: "1",
    get label() {
      return t("common.last24Hours");
    },
  },
  {
    value: "7",
    get label() {
      return t("common.last7Days");
    },
  },
  {
    value: "30",
    get label() {
      return t("common.last30Days");
    },
  },
  {
    value: "90",
    get label() {
      return t("common.last90Days");
    },
  },
  {
    value: CUSTOM,
    get label() {
      return t("common.customRange");
    },
  },
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
        label={t("common.when")}
        options={SPANS}
        value={isRange ? CUSTOM : state.days === null ? ALL : String(state.days)}
        onChange={choose}
      />
      {isRange ? (
        <>
          <DayFilter label={t("common.from")} value={state.from} onChange={(from) => set({ from, days: null })} />
          <DayFilter label={t("common.to")} value={state.to} onChange={(to) => set({ to, days: null })} />
        </>
      ) : null}
    </>
  );
}
