import type { ImportPreview, ImportProblem } from "@storehouse/domain";
import { Badge, Button } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { problemText } from "./problem-text.ts";
import type { PreviewGridProps } from "./preview-grid.tsx";
import { ProblemInput } from "./problem-input.tsx";
import { ACTION_MEANINGS, ACTION_WORDS, FIELD_WORDS } from "./words.ts";

/** The sheet's rows on a phone: a card each, with the cells that need a hand as fields. */
export function PreviewCards({ sheet, columns, preview, rows, onCorrect, onSkip }: PreviewGridProps) {
  const byRow = Map.groupBy(preview.problems, ({ row }) => row);
  return (
    <ul
      aria-label={t("importing.rowsOf", { file: sheet.fileName })}
      className="max-h-[70dvh] divide-y overflow-y-auto rounded-lg border bg-surface"
    >
      {rows.map((row) => (
        <li key={row.row} className="space-y-3 px-4 py-3">
          <div className="flex items-center gap-2">
            <span className="tabular text-quiet">{t("importing.rowNumbered", { number: String(row.number) })}</span>
            <Badge meaning={ACTION_MEANINGS[row.action]}>{ACTION_WORDS[row.action]}</Badge>
            <Button variant="ghost" className="ml-auto" onClick={() => onSkip(row.row)}>
              {row.action === "skip" ? t("importing.takeIn") : t("importing.leaveOut")}
            </Button>
          </div>
          <p className="truncate font-semibold">{titleOf(row, columns)}</p>
          {(byRow.get(row.row) ?? []).map((problem) => (
            <CardProblem
              key={`${problem.field}.${problem.code}.${problem.what}`}
              row={row}
              problem={problem}
              onCorrect={onCorrect}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

type CardProblemProps = Pick<PreviewGridProps, "onCorrect"> & {
  row: ImportPreview["rows"][number];
  problem: ImportProblem;
};

// A problem of the whole row has no cell to mend: it is told, and the row can be left out.
function CardProblem({ row, problem, onCorrect }: CardProblemProps) {
  const { column } = problem;
  if (column === null) return <p className="text-xs text-problem">{problemText(problem)}</p>;
  const word =
    problem.field === null ? t("importing.columnNumbered", { number: String(column + 1) }) : FIELD_WORDS[problem.field];
  return (
    <div>
      <p className="mb-1 text-xs text-quiet">{word}</p>
      <ProblemInput
        text={row.cells[column] ?? ""}
        label={t("importing.fieldInRow", { field: word, row: String(row.number) })}
        problem={problem}
        onCorrect={(text) => onCorrect(row.row, column, text)}
      />
    </div>
  );
}

const titleOf = ({ cells }: ImportPreview["rows"][number], columns: PreviewGridProps["columns"]): string =>
  (["code", "name"] as const)
    .map((field) => cells[columns.indexOf(field)]?.trim() ?? "")
    .filter((text) => text !== "")
    .join(" · ") || t("importing.noCodeAndNoName");
