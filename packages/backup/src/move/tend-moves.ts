import { and, centralTransaction, eq, inArray, isNotNull, isNull, lt, or, sql } from "@storehouse/db";
import { factoryMoves, jobs } from "@storehouse/db/central";
import { dropMoved } from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { withLease } from "../run/with-lease.ts";
import { clearFailed, giveUpMove, keepFormer } from "./end-move.ts";
import { findMove, type MoveRecord } from "./move-rows.ts";
import { moveLease } from "./move-factory.ts";

const NOW = sql`utc_timestamp(3)`;

/** The moves that something is left to do with: nobody is at them any more, or what they left behind is out of its time. */
export async function listUntidyMoves({ provisioner: { central } }: BackupContext): Promise<readonly string[]> {
  const isNobodys = isNull(jobs.id);
  const isLeft = and(inArray(factoryMoves.state, ["MOVING", "FAILED"]), isNull(factoryMoves.endedAt), isNobodys);
  const isLoose = and(eq(factoryMoves.state, "MOVED"), isNull(factoryMoves.keptAt), isNobodys);
  const isOver = and(eq(factoryMoves.state, "MOVED"), isNotNull(factoryMoves.keptAt), lt(factoryMoves.keptUntil, NOW));
  const rows = await central
    .select({ id: factoryMoves.id })
    .from(factoryMoves)
    .leftJoin(jobs, and(eq(jobs.id, factoryMoves.id), isNotNull(jobs.openKey)))
    .where(or(isLeft, isLoose, isOver));
  return rows.map(({ id }) => id);
}

/** Gives up a move that nobody goes on with, puts aside what one left behind, and removes that after its week. */
export async function tendMove(ctx: BackupContext, id: string): Promise<void> {
  const { central } = ctx.provisioner;
  const row = await findMove(central, id);
  if (row === undefined) return;
  await withLease(ctx.tenancy.central, moveLease(row.factoryId, 0), async () => {
    const factory = await ctx.tenancy.findFactoryById(row.factoryId);
    if (row.state === "MOVED" && row.keptAt !== null) return removeKept(ctx, row);
    if (factory === undefined) return;
    if (row.state === "MOVED") return keepFormer(ctx, row, factory);
    if (row.state === "FAILED") return clearFailed(ctx, id, factory);
    await giveUpMove(ctx, id, factory, new BackupFailed("The worker was stopped in the middle, each time."));
  });
}

/** Removes what earlier moves of a factory have left behind: it is being deleted. */
export async function dropAllMoved(ctx: BackupContext, factoryId: string): Promise<void> {
  const isKept = and(eq(factoryMoves.factoryId, factoryId), eq(factoryMoves.state, "MOVED"));
  const rows = await ctx.provisioner.central.select().from(factoryMoves).where(isKept);
  const factory = await ctx.tenancy.findFactoryById(factoryId);
  for (const row of rows) {
    if (row.keptAt === null && factory !== undefined) await keepFormer(ctx, row, factory);
    await removeKept(ctx, row);
  }
}

async function removeKept({ provisioner }: BackupContext, { id, fromServer }: MoveRecord): Promise<void> {
  await dropMoved(provisioner.at(fromServer), id);
  const ended = { state: "ENDED", endedAt: NOW } as const;
  await centralTransaction(provisioner.central, (tx) =>
    tx.update(factoryMoves).set(ended).where(eq(factoryMoves.id, id)),
  );
}
