"use client";
import { Field, Select } from "@storehouse/ui";
import { SYMBOLS, type SymbolKind } from "./draw-symbol.ts";
import { LAYOUTS, perPage } from "./layouts.ts";
import type { useLabels } from "./use-labels.ts";

const SYMBOL_WORDS: Record<SymbolKind, string> = { bars: "Bars (Code 128)", qr: "Square (QR)" };

type LabelOptionsProps = Pick<
  ReturnType<typeof useLabels>,
  "layout" | "symbol" | "firstAt" | "setLayout" | "setSymbol" | "setFirstAt"
>;

/** On what, as what, and from which label of the sheet. */
export function LabelOptions({ layout, symbol, firstAt, ...set }: LabelOptionsProps) {
  const size = perPage(layout);
  return (
    <div className="space-y-4">
      <Field label="Printed on">
        <Select
          options={LAYOUTS.map(({ id, name }) => ({ value: id, label: name }))}
          value={layout.id}
          onChange={set.setLayout}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Code as">
          <Select
            options={SYMBOLS.map((value) => ({ value, label: SYMBOL_WORDS[value] }))}
            value={symbol}
            onChange={set.setSymbol}
          />
        </Field>
        {size === 1 ? null : (
          <Field label="First label">
            <Select
              options={Array.from({ length: size }, (_, at) => ({ value: String(at), label: `Number ${at + 1}` }))}
              value={String(firstAt)}
              onChange={(at) => set.setFirstAt(Number(at))}
            />
          </Field>
        )}
      </div>
      <p className="text-xs text-faint">
        {symbol === "bars"
          ? "A code that is too long for the label, or holds other than plain letters and digits, is printed as a square. "
          : "Cheap scanners with a red line read bars only. "}
        {size === 1 ? null : "On a sheet that was begun, choose the first label that is left."}
      </p>
    </div>
  );
}
