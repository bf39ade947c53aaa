import {
  fail,
  foldName,
  type ImportPlan,
  type ImportProblem,
  moneyText,
  quantityOf,
  moneyOf,
  worth,
} from "@storehouse/domain";
import type { Sheet } from "../read/shape-sheet.ts";
import { breathe } from "./breathe.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Draft, emptyDraft, report, type SheetRow } from "./draft.ts";
import type { ImportWork } from "./import-work.ts";
import { planGroup } from "./plan-group.ts";
import { correctedRows, readRows } from "./read-rows.ts";

type RowAction = "create" | "update" | "unchanged" | "problem" | "skip";

/** All that a sheet would do, worked out without writing anything. */
export type PlannedImport = Readonly<{
  cells: readonly (readonly string[])[];
  problems: readonly ImportProblem[];
  /** Those that stop the import. */
  problemCount: number;
  actions: readonly RowAction[];
  counts: Readonly<{ created: number; updated: number; unchanged: number }>;
  openingValue: string;
  missing: Readonly<{
    locations: readonly string[];
    subcategories: readonly string[];
    suppliers: readonly string[];
    units: readonly string[];
  }>;
  work: ImportWork;
}>;

export type PlanWish = Readonly<{ sheet: Sheet; plan: ImportPlan; catalogue: Catalogue; newId: () => string }>;

/** Works out what a sheet would do to a factory that stands as the catalogue says. Touches nothing. Throws INVALID where two columns stand for the same. */
export async function planImport({ sheet, plan, catalogue, newId }: PlanWish): Promise<PlannedImport> {
  refuseRepeatedColumns(plan);
  const draft = emptyDraft(catalogue, plan, plan.columns.slice(0, sheet.header.length), newId);
  const cells = correctedRows(sheet, plan);
  const rows = await readRows(draft, sheet, cells, new Set(plan.skippedRows));
  const counts = { created: 0, updated: 0, unchanged: 0 };
  let planned = 0;
  for (const [code, group] of groupsOf(draft, rows)) {
    const [first, ...rest] = withoutDuplicates(draft, cells, group);
    if (first === undefined) continue;
    counts[planGroup(draft, code, [first, ...rest])] += 1;
    await breathe((planned += 1));
  }
  return summary(draft, cells, counts);
}

/** Of two columns that stand for the same, which one counts? */
function refuseRepeatedColumns({ columns }: ImportPlan): void {
  const at = columns.findIndex((field, place) => field !== null && columns.indexOf(field) !== place);
  if (at >= 0) fail({ code: "INVALID", field: `columns.${at}`, reason: "REPEATED" });
}

/** The rows of each product, by its code; a row without one may name its variant. */
function groupsOf(draft: Draft, rows: readonly SheetRow[]): ReadonlyMap<string, SheetRow[]> {
  const groups = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const code = row.values.code ?? draft.catalogue.skus.get(row.values.sku ?? "")?.code;
    if (code === undefined) {
      if (!row.refused.has("code")) report(draft, row, "code", "CODE_REQUIRED");
      continue;
    }
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [row]);
    else group.push(row);
  }
  return groups;
}

/** Leaves out rows that say again what a row above said of the same variant and place, and notes those that say otherwise. */
function withoutDuplicates(draft: Draft, cells: PlannedImport["cells"], rows: readonly SheetRow[]): SheetRow[] {
  const firsts = new Map<string, SheetRow>();
  return rows.filter((row) => {
    const key = `${row.values.sku ?? ""}\n${foldName(row.values.location ?? "")}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row);
      return true;
    }
    const isSame = [...draft.columns.values()].every(
      (at) => cells[row.row]?.[at]?.trim() === cells[first.row]?.[at]?.trim(),
    );
    report(draft, row, "code", isSame ? "DUPLICATE_SKIPPED" : "DUPLICATE_CONFLICT", String(first.number));
    if (isSame) draft.actions.set(row.row, "skip");
    return false;
  });
}

function summary(draft: Draft, cells: PlannedImport["cells"], counts: PlannedImport["counts"]): PlannedImport {
  const problems = [...draft.problems.values()].toSorted(
    (a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1),
  );
  const stopping = problems.filter((problem) => !problem.isWarning);
  const stopped = new Set(stopping.map(({ row }) => row));
  const names = (map: ReadonlyMap<string, { name: string }>) => [...map.values()].map(({ name }) => name);
  const value = draft.work.openings.reduce(
    (sum, { quantity, unitCost }) => sum + worth(quantityOf(quantity), moneyOf(unitCost ?? "0")),
    0n,
  );
  return {
    cells,
    problems,
    problemCount: stopping.length,
    actions: cells.map((_, row) => (stopped.has(row) ? "problem" : (draft.actions.get(row) ?? "unchanged"))),
    counts,
    openingValue: moneyText(value),
    missing: {
      locations: names(draft.missing.locations),
      subcategories: names(draft.missing.subcategories),
      suppliers: names(draft.missing.suppliers),
      units: [...draft.missing.units.values()].map(({ code }) => code),
    },
    work: draft.work,
  };
}
