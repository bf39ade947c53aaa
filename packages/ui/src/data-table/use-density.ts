"use client";
import { useStored } from "../use-stored.ts";

const DENSE_ROW = 32;
const ROW = 40;

/** How close the rows of every list stand, kept on this device. Fingers need the room, so only a mouse gets rows that are close together. */
export function useDensity() {
  const [kept, keep] = useStored("storehouse.density");
  const isDense = kept === "dense";
  return {
    isDense,
    rowHeight: isDense ? DENSE_ROW : ROW,
    setDense: (next: boolean) => keep(next ? "dense" : null),
  };
}
