"use client";
import type { ImportField, ImportPlan, ImportPreview, UploadedSheet } from "@storehouse/domain";
import { Banner, Button, Chip, groupDigits, Money, Stat, Switch } from "@storehouse/ui";
import { useState } from "react";
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
        <Stat label="New products" value={groupDigits(String(preview.creates))} />
        <Stat label="Changed" value={groupDigits(String(preview.updates))} />
        <Stat label="Already the same" value={groupDigits(String(preview.unchanged))} />
        <Stat label="Opening entries" value={groupDigits(String(preview.entries))} />
        <Stat label="Worth" value={<Money value={preview.openingValue} currency={currency} />} />
      </div>
      <Missing
        preview={preview}
        isMade={plan.makeMissing}
        onChange={(makeMissing) => onPlan({ ...plan, makeMissing })}
      />
      {preview.problemCount > 0 ? (
        <Banner meaning="problem">
          {preview.problemCount === 1 ? "One problem is" : `${groupDigits(String(preview.problemCount))} problems are`}{" "}
          in the way. Correct the cells below, or leave those rows out.
        </Banner>
      ) : (
        <Banner meaning="fine">Ready. Nothing is saved until you import, and the import can be undone.</Banner>
      )}
      <Chip isOn={isOnlyProblems} onClick={() => setOnlyProblems(!isOnlyProblems)}>
        Problems only
      </Chip>
      <PreviewGrid sheet={sheet} columns={columns} preview={preview} rows={rows} onCorrect={correct} onSkip={skip} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onBack}>
          Back to the columns
        </Button>
        <Button
          variant="primary"
          disabled={preview.problemCount > 0 || preview.creates + preview.updates + preview.entries === 0}
          isPending={isPending}
          onClick={onCommit}
        >
          Import
        </Button>
      </div>
    </div>
  );
}

const KINDS = {
  locations: ["place", "places"],
  subcategories: ["subcategory", "subcategories"],
  suppliers: ["supplier", "suppliers"],
  units: ["unit", "units"],
} as const;

function Missing({
  preview,
  isMade,
  onChange,
}: {
  preview: ImportPreview;
  isMade: boolean;
  onChange: (isMade: boolean) => void;
}) {
  const lists = Object.entries(KINDS).flatMap(([kind, [one, many]]) => {
    const names = preview.missing[kind as keyof typeof KINDS];
    return names.length === 0
      ? []
      : [
          `${names.length} ${names.length === 1 ? one : many} (${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""})`,
        ];
  });
  if (lists.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border px-4 py-3">
      <p className="min-w-0 [overflow-wrap:anywhere]">Not known here yet: {lists.join("; ")}.</p>
      <Switch label="Make them on the way" checked={isMade} onCheckedChange={onChange} />
    </div>
  );
}
