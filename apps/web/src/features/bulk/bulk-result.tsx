"use client";
import type { BulkRowState, BulkStatus } from "@storehouse/domain";
import { Banner, Button, Chip, groupDigits, ProgressBar } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { BulkRows } from "./bulk-rows.tsx";
import { manyOf, ROW_WORDS } from "./bulk-words.ts";
import type { BulkRun } from "./use-bulk-run.ts";

const ORDER = [
  "PLANNED",
  "APPLIED",
  "UNDONE",
  "REFUSED",
  "MISSED",
  "KEPT",
  "SAME",
] as const satisfies readonly BulkRowState[];

/** How a change of many stands: how many records stand how, and from what to what each goes. */
export function BulkResult({ run, status }: { run: BulkRun; status: BulkStatus }) {
  const [wanted, setWanted] = useState<BulkRowState | null>(null);
  const { counts } = status;
  const states = ORDER.filter((state) => counts[state] > 0);
  const state = states.find((one) => one === wanted) ?? states[0];
  return (
    <>
      <Standing run={run} status={status} />
      <div className="flex flex-wrap gap-2">
        {states.map((one) => (
          <Chip key={one} isOn={one === state} onClick={() => setWanted(one)}>
            {ROW_WORDS[one]} {groupDigits(String(counts[one]))}
          </Chip>
        ))}
      </div>
      {state ? <BulkRows status={status} state={state} /> : null}
    </>
  );
}

function Standing({ run, status: { list, state, counts } }: { run: BulkRun; status: BulkStatus }) {
  const undo = (
    <Button size="sm" disabled={run.isPending} onClick={() => void run.undo()}>
      {t("bulk.undo")}
    </Button>
  );
  switch (state) {
    case "PREVIEWED":
      return counts.PLANNED === 0 ? (
        <Banner meaning="attention">{t("bulk.nothingWouldChange")}</Banner>
      ) : (
        <p className="text-quiet">{t("bulk.nothingIsChangedYet")}</p>
      );
    case "APPLYING":
    case "UNDOING": {
      const isUndo = state === "UNDOING";
      const [done, left] = isUndo
        ? [counts.UNDONE + counts.KEPT, counts.APPLIED]
        : [counts.APPLIED + counts.MISSED, counts.PLANNED];
      const so = { done: groupDigits(String(done)), many: manyOf(list, done + left) };
      return (
        <div className="space-y-2">
          <p>{isUndo ? t("bulk.ofPutBack", so) : t("bulk.ofChanged", so)}</p>
          <ProgressBar label={isUndo ? t("bulk.puttingBack") : t("bulk.changing")} done={done} total={done + left} />
          {run.isPending ? null : undo}
        </div>
      );
    }
    case "APPLIED":
      return (
        <Banner meaning={counts.MISSED > 0 ? "attention" : "fine"} action={counts.APPLIED > 0 ? undo : null}>
          {t("bulk.manyChanged", { many: manyOf(list, counts.APPLIED) })}{" "}
          {counts.MISSED > 0 ? t("bulk.manyMissed", { many: manyOf(list, counts.MISSED) }) : null}
        </Banner>
      );
    case "UNDONE":
      return (
        <Banner meaning={counts.KEPT > 0 ? "attention" : "fine"}>
          {t("bulk.manyPutBack", { many: manyOf(list, counts.UNDONE) })}{" "}
          {counts.KEPT > 0 ? t("bulk.manyKept", { many: manyOf(list, counts.KEPT) }) : null}
        </Banner>
      );
  }
}
