"use client";
import type { ImportField, ImportPlan, ImportPreview, UploadedSheet } from "@storehouse/domain";
import { Banner, Button, Chip, groupDigits, Money, Stat, Switch } from "@storehouse/ui";
import { useState } from "react";
import type { MessageKey } from "../../language/catalogue.ts";
import { t } from "../../language/t.ts";
import { useMe } from "../session/index.ts";
import { PreviewGrid } from "./preview-grid.tsx";

type CheckStepProps = {
  sheet: UploadedSheet;
  columns: readonly (ImportField | null)[];
  plan: ImportPlan;
  preview: ImportPreview;
  isPending: boolean;
  onPlan: (plan: ImportPlan) => void;
  onBack: () => void;
  onCommit: () => void;
};

/** The third step: what would be made and changed, every problem at its cell. Nothing has been changed yet. */
export function CheckStep({ sheet, columns, plan, preview, isPending, onPlan, onBack, onCommit }: CheckStepProps) {
  const { currency } = useMe();
  const [isOnlyProblems, setOnlyProblems] = useState(preview.problemCount > 0);
  const told = new Set(preview.problems.map((problem) => problem.row));
  const rows = isOnlyProblems ? preview.rows.filter((row) => told.has(row.row)) : preview.rows;
  const correct = (row: number, column: number, text: string) =>
    onPlan({
      ...plan,
      corrections: [
        ...plan.corrections.filter((one) => one.row !== row || one.column !== column),
        { row, column, text },
      ],
    });
  const skip = (row: number) =>
    onPlan({
      ...plan,
      skippedRows: plan.skippedRows.includes(row)
        ? plan.skippedRows.filter((one) => one !== row)
        : [...plan.skippedRows, row],
    });
  return (
    <div className="space-y-5">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-4" aria-live="polite">
        <Stat label={t("importing.newProducts")} value={groupDigits(String(preview.creates))} />
        <Stat label={t("importing.changed")} value={groupDigits(String(preview.updates))} />
        <Stat label={t("importing.alreadyTheSame")} value={groupDigits(String(preview.unchanged))} />
        <Stat label={t("importing.openingEntries")} value={groupDigits(String(preview.entries))} />
        <Stat label={t("importing.worth")} value={<Money value={preview.openingValue} currency={currency} />} />
      </div>
      <Missing
        preview={preview}
        isMade={plan.makeMissing}
        onChange={(makeMissing) => onPlan({ ...plan, makeMissing })}
      />
      {preview.problemCount > 0 ? (
        <Banner meaning="problem">
          {t("importing.problemsInTheWay", {
            count: preview.problemCount,
            counted: groupDigits(String(preview.problemCount)),
          })}
        </Banner>
      ) : (
        <Banner meaning="fine">{t("importing.ready")}</Banner>
      )}
      <Chip isOn={isOnlyProblems} onClick={() => setOnlyProblems(!isOnlyProblems)}>
        {t("importing.problemsOnly")}
      </Chip>
      <PreviewGrid sheet={sheet} columns={columns} preview={preview} rows={rows} onCorrect={correct} onSkip={skip} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onBack}>
          {t("importing.backToTheColumns")}
        </Button>
        <Button
          variant="primary"
          disabled={preview.problemCount > 0 || preview.creates + preview.updates + preview.entries === 0}
          isPending={isPending}
          onClick={onCommit}
        >
          {t("importing.import")}
        </Button>
      </div>
    </div>
  );
}

const KINDS = ["locations", "subcategories", "suppliers", "units"] as const;
const COUNTED = {
  locations: "entity.locationCounted",
  subcategories: "entity.subcategoryCounted",
  suppliers: "entity.supplierCounted",
  units: "entity.unitCounted",
} as const satisfies Record<(typeof KINDS)[number], MessageKey>;

function Missing({
  preview,
  isMade,
  onChange,
}: {
  preview: ImportPreview;
  isMade: boolean;
  onChange: (isMade: boolean) => void;
}) {
  const lists = KINDS.flatMap((kind) => {
    const names = preview.missing[kind];
    return names.length === 0
      ? []
      : [
          `${t(COUNTED[kind], { count: names.length })} (${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""})`,
        ];
  });
  if (lists.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border px-4 py-3">
      <p className="min-w-0 [overflow-wrap:anywhere]">{t("importing.notKnownYet", { lists: lists.join("; ") })}</p>
      <Switch label={t("importing.makeThemOnTheWay")} checked={isMade} onCheckedChange={onChange} />
    </div>
  );
}
