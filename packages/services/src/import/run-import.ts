import { and, eq } from "@storehouse/db";
import { imports } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import { atomically, type TenantContext } from "../context.ts";
import { readOwnLanguage } from "../language/read-own-language.ts";
import { sayIn } from "../language/translation.ts";
import { importFailureWords } from "./failure-words.ts";
import type { StoredResult } from "./import-row.ts";
import type { PlannedImport } from "./plan/plan-import.ts";
import { undoRecordOf } from "./undo-record.ts";
import { writeImport } from "./write/write-import.ts";

const HEARTBEAT_MS = 5_000;
const PROGRESS_ROWS = 250;

export type ImportRun = Readonly<{ id: string; fileName: string; planned: PlannedImport }>;

/** Writes a claimed import in one transaction, telling its progress beside it; ends it as DONE or FAILED. Never throws. */
export async function runImport(ctx: TenantContext, run: ImportRun): Promise<void> {
  const progress = progressOf(ctx, run);
  let heartbeat: NodeJS.Timeout | undefined;
  try {
    await atomically(ctx, async (tx) => {
      progress.restart();
      // Also when a deadlock runs it again.
      heartbeat = setInterval(() => void touch(ctx, run.id).catch(() => undefined), HEARTBEAT_MS);
      const postingId = await writeImport(tx, run, progress.add).finally(() => clearInterval(heartbeat));
      await finish(tx, run, postingId);
    });
  } catch (error) {
    await giveUp(ctx, run.id, error).catch(() => undefined);
  }
}

/** Counts what is written and puts it where others see it: outside the transaction, which shows nothing until it ends. */
function progressOf(ctx: TenantContext, { id, planned: { work, cells } }: ImportRun) {
  const total = Math.max(1, work.products.length + work.variants.length + work.openings.length);
  let written = 0;
  let told = 0;
  return {
    restart: () => {
      written = 0;
      told = 0;
    },
    add: async (count: number) => {
      written += count;
      const done = Math.min(cells.length, Math.floor((cells.length * written) / total));
      if (done - told < PROGRESS_ROWS) return;
      told = done;
      await touch(ctx, id, done);
    },
  };
}

async function touch(ctx: TenantContext, id: string, done?: number): Promise<void> {
  await ctx.db
    .update(imports)
    .set({ updatedAt: ctx.now(), ...(done === undefined ? {} : { done }) })
    .where(and(eq(imports.id, id), eq(imports.state, "RUNNING")));
}

async function finish(tx: TenantContext, { id, planned }: ImportRun, postingId: string | null): Promise<void> {
  const { counts, work, cells } = planned;
  const result: StoredResult = {
    ...counts,
    entries: work.openings.length,
    postingId,
  };
  const [ended] = await tx.db
    .update(imports)
    .set({
      state: "DONE",
      done: cells.length,
      result,
      sheet: JSON.stringify(undoRecordOf(planned)),
      updatedAt: tx.now(),
    })
    .where(and(eq(imports.id, id), eq(imports.state, "RUNNING")));
  // Somebody took this run for dead and ended it: theirs counts, all of this one is undone.
  if (ended.affectedRows !== 1) fail({ code: "WRONG_STATE", entity: "import", id, state: "DONE" });
}

async function giveUp(ctx: TenantContext, id: string, error: unknown): Promise<void> {
  const words = importFailureWords(error, sayIn(await readOwnLanguage(ctx)));
  await ctx.db
    .update(imports)
    .set({ state: "FAILED", done: 0, error: words, updatedAt: ctx.now() })
    .where(and(eq(imports.id, id), eq(imports.state, "RUNNING")));
}
