import { and, asc, eq, inArray, sql } from "@storehouse/db";
import { bulkChangeRows, bulkChanges } from "@storehouse/db/tenant";
import { type BulkRowState, type BulkState, type BulkStatus, DomainError, type Failure } from "@storehouse/domain";
import type { PeoplePorts } from "../audit/restorable.ts";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { getBulk, lockBulk, type StoredBulk, toStatus } from "./bulk-status.ts";
import { turnRecord } from "./turn-record.ts";
import { type Write, writeMinimums, writeProducts } from "./write-values.ts";

/** A way through the records of a change: there, or back. */
export type Direction = Readonly<{
  action: "bulk.commit" | "bulk.undo";
  during: BulkState;
  end: BulkState;
  takes: BulkRowState;
  done: BulkRowState;
  /** What becomes of a record that somebody else has changed meanwhile. */
  left: BulkRowState;
}>;

export const APPLYING = {
  action: "bulk.commit",
  during: "APPLYING",
  end: "APPLIED",
  takes: "PLANNED",
  done: "APPLIED",
  left: "MISSED",
} as const satisfies Direction;

export const UNDOING = {
  action: "bulk.undo",
  during: "UNDOING",
  end: "UNDONE",
  takes: "APPLIED",
  done: "UNDONE",
  left: "KEPT",
} as const satisfies Direction;

type Run = Readonly<{ bulk: StoredBulk; way: Direction; accounts: PeoplePorts }>;

/** Rows of one transaction: bookings wait for no more. */
const TOGETHER = 200;
const BUDGET_MS = 2_500;

/** Goes on with a change that is on its way, for a few seconds; its state says whether there is more to do. */
export async function runBulk(ctx: TenantContext, run: Run): Promise<BulkStatus> {
  const { id } = run.bulk;
  const named = { ...ctx, bulkChangeId: id };
  const until = performance.now() + BUDGET_MS;
  let hasMore = true;
  while (hasMore && performance.now() < until)
    hasMore = await (isTurn(run) ? turnNext(named, run) : writeNext(named, run));
  return toStatus(ctx.db, await getBulk(ctx.db, id));
}

const isTurn = ({ bulk }: Run): boolean => ["isArchived", "isActive"].includes(bulk.change.field);

type Row = Awaited<ReturnType<typeof nextRows>>[number];

const nextRows = (ctx: TenantContext, { bulk, way }: Run, limit: number) =>
  ctx.db
    .select()
    .from(bulkChangeRows)
    .where(and(eq(bulkChangeRows.changeId, bulk.id), eq(bulkChangeRows.state, way.takes)))
    .orderBy(asc(bulkChangeRows.place))
    .limit(limit);

const writeOf = ({ recordId, version, fromValues, toValues }: Row, { way }: Run): Write => ({
  recordId,
  version,
  before: way.takes === "PLANNED" ? fromValues : toValues,
  after: way.takes === "PLANNED" ? toValues : fromValues,
});

/** The next rows in one transaction, with what becomes of them. A twin of this request waits, and goes on from there. */
function writeNext(ctx: TenantContext, run: Run): Promise<boolean> {
  return atomically(ctx, async (tx) => {
    if (!(await isUnderWay(tx, run))) return false;
    const rows = await nextRows(tx, run, TOGETHER);
    if (rows.length === 0) return finish(tx, run);
    const write = run.bulk.change.field === "minimumStock" ? writeMinimums : writeProducts;
    const written = await write(
      tx,
      rows.map((row) => writeOf(row, run)),
    );
    const isWritten = ({ recordId }: Row) => written.has(recordId);
    await mark(tx, run, { rows: rows.filter(isWritten), state: run.way.done, isNext: true });
    await mark(tx, run, { rows: rows.filter((row) => !isWritten(row)), state: run.way.left });
    return true;
  });
}

/** The next row by its noun's own verb, in a transaction of its own: what one refuses is no matter of the others. */
async function turnNext(ctx: TenantContext, run: Run): Promise<boolean> {
  const [row] = await nextRows(ctx, run, 1);
  if (row === undefined) {
    await atomically(ctx, async (tx) => (await isUnderWay(tx, run)) && finish(tx, run));
    return false;
  }
  try {
    return await atomically(ctx, async (tx) => {
      if (!(await isUnderWay(tx, run))) return false;
      const [same] = await nextRows(tx, run, 1);
      if (same?.place !== row.place) return true;
      const { after } = writeOf(row, run);
      const isOn = after["isActive"] ?? after["isArchived"] === false;
      const { version } = await turnRecord(tx, run.accounts, run.bulk.list, { ...row, isOn: isOn === true });
      await mark(tx, run, { rows: [row], state: run.way.done, isNext: version !== row.version });
      return true;
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await refuse(ctx, run, row, error.failure);
    return true;
  }
}

/** Changed or gone meanwhile is left as it is; any other refusal is kept with the row. */
function refuse(ctx: TenantContext, run: Run, row: Row, failure: Failure): Promise<void> {
  const isLeft = failure.code === "STALE" || failure.code === "NOT_FOUND";
  const state = isLeft || run.way.takes === "APPLIED" ? run.way.left : "REFUSED";
  return atomically(ctx, (tx) => mark(tx, run, { rows: [row], state, reason: isLeft ? null : failure }));
}

const isUnderWay = async (tx: TenantContext, { bulk, way }: Run): Promise<boolean> =>
  (await lockBulk(tx.db, bulk.id)).state === way.during;

type Marking = Readonly<{ rows: readonly Row[]; state: BulkRowState; isNext?: boolean; reason?: Failure | null }>;

async function mark(tx: TenantContext, { bulk, way }: Run, { rows, state, isNext, reason }: Marking): Promise<void> {
  if (rows.length === 0) return;
  const places = rows.map(({ place }) => place);
  await tx.db
    .update(bulkChangeRows)
    .set({
      state,
      ...(isNext ? { version: sql`${bulkChangeRows.version} + 1` } : {}),
      ...(reason === undefined ? {} : { reason }),
    })
    .where(
      and(
        eq(bulkChangeRows.changeId, bulk.id),
        inArray(bulkChangeRows.place, places),
        eq(bulkChangeRows.state, way.takes),
      ),
    );
}

async function finish(tx: TenantContext, { bulk, way }: Run): Promise<false> {
  await tx.db.update(bulkChanges).set({ state: way.end, updatedAt: tx.now() }).where(eq(bulkChanges.id, bulk.id));
  const { counts } = await toStatus(tx.db, bulk);
  await recordAudit(tx, {
    action: way.action,
    entity: "bulkChange",
    entityId: bulk.id,
    after: { list: bulk.list, records: counts[way.done], left: counts[way.left] },
  });
  return false;
}
