"use client";
import { Field, Select } from "@storehouse/ui";
import { t, wordsOf } from "../../language/t.ts";
import { SYMBOLS, type SymbolKind } from "./draw-symbol.ts";
import { type Layout, LAYOUTS, perPage } from "./layouts.ts";
import type { useLabels } from "./use-labels.ts";

const SYMBOL_WORDS = wordsOf({ bars: "label.bars", qr: "label.square" }) satisfies Record<SymbolKind, string>;

type LabelOptionsProps = Pick<
  ReturnType<typeof useLabels>,
  "layout" | "symbol" | "firstAt" | "setLayout" | "setSymbol" | "setFirstAt"
>;

/** On what, as what, and from which label of the sheet. */
export function LabelOptions({ layout, symbol, firstAt, ...set }: LabelOptionsProps) {
  const size = perPage(layout);
  return (
    <div className="space-y-4">
      <Field label={t("label.printedOn")}>
        <Select
          options={LAYOUTS.map((one) => ({ value: one.id, label: layoutName(one) }))}
          value={layout.id}
          onChange={set.setLayout}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("label.codeAs")}>
          <Select
            options={SYMBOLS.map((value) => ({ value, label: SYMBOL_WORDS[value] }))}
            value={symbol}
            onChange={set.setSymbol}
          />
        </Field>
        {size === 1 ? null : (
          <Field label={t("label.firstLabel")}>
            <Select
              options={Array.from({ length: size }, (_, at) => ({
                value: String(at),
                label: t("label.number", { number: at + 1 }),
              }))}
              value={String(firstAt)}
              onChange={(at) => set.setFirstAt(Number(at))}
            />
          </Field>
        )}
      </div>
      <p className="text-xs text-faint">
        {t(symbol === "bars" ? "label.tooLongForBars" : "label.cheapScanners")}
        {size === 1 ? null : ` ${t("label.begunSheet")}`}
      </p>
    </div>
  );
}

function layoutName(layout: Layout): string {
  const { width, height } = layout.label;
  const count = perPage(layout);
  const size = { width: String(width), height: String(height) };
  return count === 1 ? t("label.rollOf", size) : t("label.a4Of", { ...size, count });
}
