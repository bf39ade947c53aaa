"use client";
import { addDays } from "@storehouse/domain";
import { DayFilter, useReadDay } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import type { LevelAddress } from "./use-level-address.ts";

/** The day in the past that the page is to look back to. */
export function AsOfFilter({ address: { state, set } }: { address: LevelAddress }) {
  const { today } = useReadDay();
  return (
    <DayFilter
      label={t("stock.asOfADay")}
      value={state.asof}
      max={addDays(today, -1)}
      onChange={(asof) => set({ asof })}
    />
  );
}
