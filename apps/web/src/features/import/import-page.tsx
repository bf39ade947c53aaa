"use client";
import type { ImportField, ImportPlan, ImportPreview, UploadedSheet } from "@storehouse/domain";
import { Banner, cn, PageHeader } from "@storehouse/ui";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { t, wordsOf } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { CheckStep } from "./check-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { ImportHistory } from "./import-history.tsx";
import { RunStep } from "./run-step.tsx";

const STEPS = ["sheet", "columns", "check", "import"] as const;
const STEP_WORDS = wordsOf({
  sheet: "importing.sheet",
  columns: "importing.columns",
  check: "importing.check",
  import: "importing.import",
});
type Columns = readonly (ImportField | null)[];

/** Brings in a spreadsheet of products with what is on hand, in four steps; nothing is saved before the last. */
export function ImportPage() {
  const utils = trpc.useUtils();
  const [runId, setRunId] = useQueryState("import", parseAsString);
  const [sheet, setSheet] = useState<UploadedSheet | null>(null);
  const [columns, setColumns] = useState<Columns>([]);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const check = trpc.imports.preview.useMutation();
  const commit = trpc.imports.commit.useMutation();

  const start = (next: UploadedSheet | null) => {
    setSheet(next);
    setColumns(next?.columns ?? []);
    setPreview(null);
    setRefusal(null);
    void setRunId(null);
  };
  const look = async (next: ImportPlan) => {
    setPlan(next);
    setRefusal(null);
    try {
      setPreview(await check.mutateAsync(next));
    } catch (error) {
      setRefusal(errorMessage(error));
    }
  };
  const run = async (chosen: ImportPlan) => {
    setRefusal(null);
    try {
      const { id } = await commit.mutateAsync(chosen);
      await setRunId(id);
      await utils.imports.invalidate();
    } catch (error) {
      setRefusal(errorMessage(error));
    }
  };

  const at = runId ? 3 : preview ? 2 : sheet ? 1 : 0;
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumb={<PageLink href="/products">{t("importing.products")}</PageLink>}
        title={t("importing.import")}
        hint={t("importing.bringInTheSheet")}
      />
      <StepLine at={at} />
      {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
      {at === 0 ? <ChooseStep onSheet={start} /> : null}
      {at === 1 && sheet ? (
        <ColumnsStep
          sheet={sheet}
          columns={columns}
          onChange={setColumns}
          onBack={() => start(null)}
          onNext={() =>
            void look({
              id: sheet.id,
              columns: [...columns],
              corrections: [],
              skippedRows: [],
              makeMissing: true,
              updateExisting: true,
            })
          }
          isPending={check.isPending}
        />
      ) : null}
      {at === 2 && sheet && plan && preview ? (
        <CheckStep
          sheet={sheet}
          columns={columns}
          plan={plan}
          preview={preview}
          isPending={commit.isPending || check.isPending}
          onPlan={(next) => void look(next)}
          onBack={() => setPreview(null)}
          onCommit={() => void run(plan)}
        />
      ) : null}
      {runId ? <RunStep id={runId} onAgain={() => start(null)} /> : null}
      {at === 0 || at === 3 ? <ImportHistory onOpen={(id) => void setRunId(id)} /> : null}
    </div>
  );
}

function StepLine({ at }: { at: number }) {
  return (
    <ol aria-label={t("importing.steps")} className="flex flex-wrap gap-x-6 gap-y-2 text-quiet">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          className={cn("flex items-center gap-2", index === at && "font-semibold text-ink")}
        >
          <span
            className={cn(
              "tabular flex size-6 items-center justify-center rounded-full border text-xs",
              index === at && "border-transparent bg-accent text-on-accent",
            )}
          >
            {index + 1}
          </span>
          {STEP_WORDS[step]}
        </li>
      ))}
    </ol>
  );
}
