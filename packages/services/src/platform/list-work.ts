import { jobSchedules } from "@storehouse/db/central";
import type { ListWorkInput, Page, TimetableRow, WorkRow } from "@storehouse/domain";
import { toPage, unpackCursor } from "../cursor.ts";
import { authorizeOperator, type PlatformContext } from "./platform-context.ts";
import { readWork } from "./read-work.ts";

/** Everything that somebody asked of the worker, the latest first. An OPERATOR reads that of the factories they are assigned. */
export async function listWork(ctx: PlatformContext, input: ListWorkInput): Promise<Page<WorkRow>> {
  authorizeOperator(ctx, "factories.read");
  const { limit, state } = input;
  const cursor = unpackCursor(input.after, 2);
  const after = cursor && { at: new Date(cursor[0] ?? 0), id: cursor[1] ?? "" };
  const { factoryIds } = ctx.operator;
  const rows = await readWork(ctx.central, { factoryIds, state, after, limit: limit + 1 });
  return toPage(rows, limit, (row) => [row.at, row.id]);
}

/** The worker's timetable, which is of all factories together: an OPERATOR of some is not told of it. */
export async function listTimetable(ctx: PlatformContext): Promise<readonly TimetableRow[]> {
  authorizeOperator(ctx, "factories.read");
  if (ctx.operator.factoryIds !== null) return [];
  const rows = await ctx.central.select().from(jobSchedules).orderBy(jobSchedules.name);
  return rows.map((row) => ({
    name: row.name,
    cron: row.cron,
    isRunning: row.runToken !== null,
    isFailed: row.isFailed,
    endedAt: row.endedAt?.toISOString() ?? null,
    succeededAt: row.succeededAt?.toISOString() ?? null,
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    ms: row.ms,
    runs: row.runs,
    failures: row.failures,
    failedInARow: row.failedInARow,
    error: row.error,
    pausedBy: row.pausedAt === null ? null : (row.pausedBy ?? ""),
  }));
}
