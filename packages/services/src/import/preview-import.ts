import type { ImportPlan, ImportPreview } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";
import { getSheet } from "./import-row.ts";
import type { Sheet } from "./read/shape-sheet.ts";
import { getCatalogue } from "./plan/get-catalogue.ts";
import { planImport, type PlannedImport } from "./plan/plan-import.ts";

const ROWS_SHOWN = 2_000;
const PROBLEMS_SHOWN = 2_000;

/** Works out what an import would do, with every problem at its cell. Changes nothing. Throws NOT_FOUND, WRONG_STATE. */
export async function previewImport(ctx: TenantContext, plan: ImportPlan): Promise<ImportPreview> {
  authorize(ctx, "products.import");
  const { sheet } = await getSheet(ctx.db, plan.id, ctx.now());
  const catalogue = await getCatalogue(ctx, sheet, plan);
  return toPreview(plan.id, sheet, await planImport({ sheet, plan, catalogue, newId }));
}

function toPreview(id: string, sheet: Sheet, planned: PlannedImport): ImportPreview {
  const { cells, actions, counts, problems, problemCount, openingValue, missing, work } = planned;
  const rows = cells.map((texts, row) => ({
    row,
    number: sheet.numbers[row] ?? row + 1,
    cells: texts,
    action: actions[row] ?? "unchanged",
  }));
  const mentioned = new Set(problems.slice(0, PROBLEMS_SHOWN).map(({ row }) => row));
  const others = rows.filter(({ row }) => !mentioned.has(row)).slice(0, Math.max(0, ROWS_SHOWN - mentioned.size));
  return {
    id,
    rowCount: rows.length,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount,
    creates: counts.created,
    updates: counts.updated,
    unchanged: counts.unchanged,
    entries: work.openings.length,
    openingValue,
    missing,
    rows: [...rows.filter(({ row }) => mentioned.has(row)), ...others].toSorted((a, b) => a.row - b.row),
  };
}
