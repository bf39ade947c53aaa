"use client";
import { IMPORT_FIELDS, type ImportField, type UploadedSheet } from "@storehouse/domain";
import { Badge, Banner, Button, Card, Select } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { FIELD_WORDS } from "./words.ts";

const NONE = "none";

type ColumnsStepProps = {
  sheet: UploadedSheet;
  columns: readonly (ImportField | null)[];
  onChange: (columns: (ImportField | null)[]) => void;
  onBack: () => void;
  onNext: () => void;
  isPending: boolean;
};

/** The second step: what each column stands for, with a sample, corrected by choosing. */
export function ColumnsStep({ sheet, columns, onChange, onBack, onNext, isPending }: ColumnsStepProps) {
  const options = [
    { value: NONE, label: t("importing.leaveOut") },
    ...IMPORT_FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] })),
  ];
  const twice = IMPORT_FIELDS.filter((field) => columns.filter((one) => one === field).length > 1);
  const isReady = twice.length === 0 && columns.includes("code") && columns.includes("name");
  const choose = (at: number, value: string) =>
    onChange(
      columns.map((one, index) => (index === at ? (IMPORT_FIELDS.find((field) => field === value) ?? null) : one)),
    );
  return (
    <div className="space-y-5">
      <Card isFlush>
        <ul className="divide-y">
          {sheet.header.map((name, at) => (
            // A column has no name that is sure to be its own; its place is.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} className="grid items-center gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_220px]">
              <div className="min-w-0">
                <p className="flex items-center gap-2">
                  <span className="truncate font-semibold">
                    {name || t("importing.columnNumbered", { number: String(at + 1) })}
                  </span>
                  {columns[at] ? null : <Badge meaning="attention">{t("importing.notTakenIn")}</Badge>}
                </p>
                <p className="truncate text-xs text-faint">{samplesOf(sheet, at)}</p>
              </div>
              <Select
                label={t("importing.whatItStandsFor", { name })}
                options={options}
                value={columns[at] ?? NONE}
                onChange={(value) => choose(at, value)}
              />
            </li>
          ))}
        </ul>
      </Card>
      {twice.map((field) => (
        <Banner key={field} meaning="attention">
          {t("importing.twoColumns", { field: FIELD_WORDS[field] })}
        </Banner>
      ))}
      {columns.includes("code") && columns.includes("name") ? null : (
        <Banner meaning="attention">{t("importing.sayWhichColumn")}</Banner>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onBack}>
          {t("importing.anotherSheet")}
        </Button>
        <Button variant="primary" disabled={!isReady} isPending={isPending} onClick={onNext}>
          {t("importing.checkRows", { count: String(sheet.rowCount) })}
        </Button>
      </div>
    </div>
  );
}

const samplesOf = (sheet: UploadedSheet, at: number): string =>
  sheet.sample
    .map((row) => row[at] ?? "")
    .filter((cell) => cell !== "")
    .slice(0, 3)
    .join("  ·  ") || t("importing.emptyInTheFirstRows");
