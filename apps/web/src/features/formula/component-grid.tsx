"use client";
import { readComponentLines } from "@storehouse/domain";
import { Field, IconButton, Input, NumberInput, Select } from "@storehouse/ui";
import { Trash2 } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { VariantPicker } from "../product/index.ts";
import { reasonMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { emptyLine, type FormulaDraft, filledLines, type Line, withLines } from "./formula-draft.ts";

type ComponentGridProps = {
  draft: FormulaDraft;
  problems: Readonly<Record<string, string>>;
  onChange: (draft: FormulaDraft) => void;
  /** Told of lines that were copied from a spreadsheet, and before which line they go. */
  onPaste: (lines: NonNullable<ReturnType<typeof readComponentLines>>, at: number) => void;
};

const ROW = "grid gap-2 sm:grid-cols-[minmax(0,1fr)_7rem_6rem_5.5rem_2.25rem] max-sm:grid-cols-[1fr_1fr_1fr_auto]";

/** The components as a small grid: Enter goes down, lines from a spreadsheet can be pasted anywhere in it. */
export function ComponentGrid({ draft, problems, onChange, onPaste }: ComponentGridProps) {
  const filled = filledLines(draft);
  const change = (line: Line) =>
    onChange(
      withLines(
        draft,
        draft.lines.map((one) => (one.key === line.key ? line : one)),
      ),
    );
  const paste = (event: ClipboardEvent, at: number) => {
    const lines = readComponentLines(event.clipboardData.getData("text/plain"));
    if (lines === undefined) return;
    event.preventDefault();
    onPaste(lines, at);
  };
  return (
    <div role="group" aria-label={t("formula.components")} className="space-y-2 max-sm:space-y-4" onKeyDown={goDown}>
      <div aria-hidden className={`${ROW} text-xs text-faint max-sm:hidden`}>
        <span>{t("formula.component2")}</span>
        <span className="text-right">{t("common.quantity")}</span>
        <span>{t("formula.unit2")}</span>
        <span className="text-right">{t("formula.scrap")}</span>
      </div>
      {draft.lines.map((line, at) => (
        <GridRow
          key={line.key}
          line={line}
          number={at + 1}
          problems={ofLine(problems, filled.indexOf(line))}
          onChange={change}
          onPaste={(event) => paste(event, at)}
          onRemove={() =>
            onChange(
              withLines(
                draft,
                draft.lines.filter((one) => one.key !== line.key),
              ),
            )
          }
        />
      ))}
    </div>
  );
}

type GridRowProps = {
  line: Line;
  number: number;
  problems: Readonly<Record<string, string | undefined>>;
  onChange: (line: Line) => void;
  onPaste: (event: ClipboardEvent) => void;
  onRemove: () => void;
};

function GridRow({ line, number, problems, onChange, onPaste, onRemove }: GridRowProps) {
  const units = line.choice?.units ?? [];
  const told = problems["variantId"];
  return (
    <div className={ROW} onPaste={onPaste} data-row>
      <Field
        label={t("formula.component", { number })}
        isLabelHidden
        className="max-sm:col-span-4"
        error={
          told === "NOT_FOUND" && line.what
            ? t("formula.nothingIsCalledChooseIt", { what: line.what })
            : reasonMessage(told)
        }
      >
        <VariantPicker
          choice={line.choice}
          placeholder={line.what || t("formula.addAComponent")}
          onChoose={(choice) =>
            onChange(choice ? { ...line, choice, what: "", unitId: choice.units[0]?.unitId ?? "" } : emptyLine())
          }
        />
      </Field>
      <Field label={t("formula.quantity", { number })} isLabelHidden error={reasonMessage(problems["quantity"])}>
        <NumberInput
          data-cell="quantity"
          placeholder={t("common.quantity")}
          value={line.quantity}
          onChange={(event) => onChange({ ...line, quantity: event.target.value })}
        />
      </Field>
      <Field label={t("formula.unit", { number })} isLabelHidden error={reasonMessage(problems["unitId"])}>
        {units.length > 1 ? (
          <Select
            options={units.map(({ unitId, code }) => ({ value: unitId, label: code }))}
            value={line.unitId}
            onChange={(unitId) => onChange({ ...line, unitId })}
          />
        ) : (
          <Input readOnly tabIndex={-1} value={line.choice?.unit ?? ""} className="text-faint" />
        )}
      </Field>
      <Field label={t("formula.scrap2", { number })} isLabelHidden error={reasonMessage(problems["scrapPercent"])}>
        <NumberInput
          data-cell="scrap"
          placeholder="0"
          value={line.scrapPercent}
          onChange={(event) => onChange({ ...line, scrapPercent: event.target.value })}
        />
      </Field>
      <IconButton label={t("formula.removeLine", { number })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}

const ofLine = (problems: Readonly<Record<string, string>>, at: number) =>
  Object.fromEntries(
    ["variantId", "quantity", "unitId", "scrapPercent"].map((field) => [field, problems[`components.${at}.${field}`]]),
  );

// Enter in a number goes to the same column of the next line, as in a spreadsheet; from the last one, to its product.
function goDown(event: KeyboardEvent<HTMLDivElement>): void {
  const cell = event.target instanceof HTMLElement ? event.target : null;
  const column = cell?.dataset["cell"];
  if (event.key !== "Enter" || column === undefined) return;
  event.preventDefault();
  const next = cell?.closest("[data-row]")?.nextElementSibling;
  const place = next?.querySelector<HTMLElement>("[role=combobox]");
  const below = next?.querySelector<HTMLInputElement>(`[data-cell=${column}]`);
  (below && below.value !== "" ? below : place)?.focus();
}
