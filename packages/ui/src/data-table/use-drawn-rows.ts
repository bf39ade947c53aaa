"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect } from "react";
import { useDensity } from "./use-density.ts";

/** Up to so many rows all are drawn, so that the browser's own search finds them. */
const DRAWN_WHOLE = 100;

/** Which rows of a long list are drawn, the heights of what is left out above and below, and how to bring a row into the drawn part. */
export function useDrawnRows(count: number, scroller: RefObject<HTMLElement | null>) {
  const isLong = count > DRAWN_WHOLE;
  const { rowHeight } = useDensity();
  const virtual = useVirtualizer({
    count,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const { measure } = virtual;
  useLayoutEffect(measure, [measure, rowHeight]);
  if (!isLong) {
    return { drawn: Array.from({ length: count }, (_, index) => index), above: 0, below: 0, reveal: () => undefined };
  }
  const items = virtual.getVirtualItems();
  return {
    drawn: items.map((item) => item.index),
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    reveal: (index: number) => virtual.scrollToIndex(index),
  };
}
