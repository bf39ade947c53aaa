"use client";
import type { ImportField, ImportPreview, ImportProblem, UploadedSheet } from "@storehouse/domain";
import { Badge, cn, useIsNarrow } from "@storehouse/ui";
import type { ReactNode } from "react";
import { t } from "../../language/t.ts";
import { problemText } from "./problem-text.ts";
import { PreviewCards } from "./preview-cards.tsx";
import { ProblemInput } from "./problem-input.tsx";
import { ACTION_MEANINGS, ACTION_WORDS, FIELD_WORDS } from "./words.ts";

export type PreviewGridProps = {
  sheet: UploadedSheet;
  columns: readonly (ImportField | null)[];
  preview: ImportPreview;
  rows: ImportPreview["rows"];
  onCorrect: (row: number, column: number, text: string) => void;
  onSkip: (row: number) => void;
};

/** The sheet's rows with every problem at its cell; a cell is corrected where it stands. On a phone each row is a card. */
export function PreviewGrid(props: PreviewGridProps) {
  return useIsNarrow() ? <PreviewCards {...props} /> : <Grid {...props} />;
}

function Grid({ sheet, columns, preview, rows, onCorrect, onSkip }: PreviewGridProps) {
  const used = columns.flatMap((field, at) => (field === null ? [] : [{ field, at }]));
  const byCell = new Map(preview.problems.map((problem) => [`${problem.row}.${problem.column}`, problem]));
  return (
    <div className="max-h-[60dvh] overflow-auto rounded-lg border bg-surface">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t("importing.rowsOf", { file: sheet.fileName })}</caption>
        <thead className="sticky top-0 z-10">
          <tr>
            <Head>{t("importing.row")}</Head>
            <Head>{t("importing.wouldBe")}</Head>
            {used.map(({ field, at }) => (
              <Head key={at}>{FIELD_WORDS[field]}</Head>
            ))}
            <Head>
              <span className="sr-only">{t("importing.leaveOut")}</span>
            </Head>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="tabular border-b px-3 py-1.5 text-faint">{row.number}</td>
              <td className="border-b px-3 py-1.5">
                <Badge meaning={ACTION_MEANINGS[row.action]}>{ACTION_WORDS[row.action]}</Badge>
                <RowProblem problem={byCell.get(`${row.row}.null`)} />
              </td>
              {used.map(({ field, at }) => (
                <Cell
                  key={at}
                  text={row.cells[at] ?? ""}
                  label={t("importing.fieldInRow", { field: FIELD_WORDS[field], row: String(row.number) })}
                  problem={byCell.get(`${row.row}.${at}`)}
                  onCorrect={(text) => onCorrect(row.row, at, text)}
                />
              ))}
              <td className="border-b px-3 py-1.5 text-right">
                <button
                  type="button"
                  className="min-h-6 text-xs whitespace-nowrap text-quiet underline-offset-4 hover:underline"
                  onClick={() => onSkip(row.row)}
                >
                  {row.action === "skip" ? t("importing.takeIn") : t("importing.leaveOut")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Head = ({ children }: { children: ReactNode }) => (
  <th scope="col" className="h-9 border-b bg-sunken px-3 text-left text-xs font-semibold whitespace-nowrap text-quiet">
    {children}
  </th>
);

const RowProblem = ({ problem }: { problem: ImportProblem | undefined }) =>
  problem ? <p className="mt-1 text-xs text-problem">{problemText(problem)}</p> : null;

type CellProps = { text: string; label: string; problem: ImportProblem | undefined; onCorrect: (text: string) => void };

// Only a cell with a problem is a field: a grid of a thousand fields would be slow, and hide what needs a hand.
function Cell({ problem, ...cell }: CellProps) {
  if (problem === undefined) return <td className="max-w-60 truncate border-b px-3 py-1.5">{cell.text}</td>;
  return (
    <td className={cn("border-b px-2 py-1.5 align-top", problem.isWarning ? "bg-attention-soft" : "bg-problem-soft")}>
      <ProblemInput {...cell} problem={problem} />
    </td>
  );
}
