"use client";
import { useState } from "react";
import { type DrawnSymbol, drawSymbol, type SymbolKind } from "./draw-symbol.ts";
import type { Layout } from "./layouts.ts";
import type { LabelItem } from "./use-labels.ts";

/** A label with its code drawn. */
export type DrawnItem = LabelItem & Readonly<{ drawn: DrawnSymbol }>;

/** Draws the codes of all labels, each once however often it is printed or the page is drawn. */
export function useDrawn(items: readonly LabelItem[], layout: Layout, symbol: SymbolKind): readonly DrawnItem[] {
  const [known] = useState(() => new Map<string, DrawnSymbol>());
  return items.map((item) => {
    const key = `${symbol} ${layout.label.width} ${item.code}`;
    const drawn = known.get(key) ?? drawSymbol(item.code, symbol, layout.label.width);
    known.set(key, drawn);
    return { ...item, drawn };
  });
}
