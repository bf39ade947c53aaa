import { and, type CentralDb, centralTransaction, eq, inArray, isNotNull, isNull, ne, or, sql } from "@storehouse/db";
import { factories, factoryMoves, jobs, sideCopies } from "@storehouse/db/central";
import { currentSchemaVersion } from "@storehouse/tenancy/provision";
import { BackupFailed } from "../backup-failed.ts";

export type MoveRecord = typeof factoryMoves.$inferSelect;
type Changes = Partial<typeof factoryMoves.$inferInsert> | Record<string, unknown>;

/** What is asked for. The id is that of the job, so that one taken up again is the same move. */
export type MoveWish = Readonly<{ id: string; factoryId: string; toServer: string; requestedBy: string }>;

const NOW = sql`utc_timestamp(3)`;
const MOVABLE = ["READY", "SUSPENDED", "ARCHIVED"];

/** Reads one move. */
export async function findMove(central: CentralDb, id: string): Promise<MoveRecord | undefined> {
  const [row] = await central.select().from(factoryMoves).where(eq(factoryMoves.id, id));
  return row;
}

/** Changes a move that is under way; false when it is not any more. */
export async function changeMove(central: CentralDb, id: string, changes: Changes): Promise<boolean> {
  const isUnderWay = and(eq(factoryMoves.id, id), eq(factoryMoves.state, "MOVING"));
  const [done] = await centralTransaction(central, (tx) => tx.update(factoryMoves).set(changes).where(isUnderWay));
  return done.affectedRows === 1;
}

/** Begins a move, or finds the one that was begun; one that came to nothing is begun anew. Throws BackupFailed, and nothing was touched. */
export async function beginMove(central: CentralDb, wish: MoveWish): Promise<MoveRecord> {
  const { id, factoryId, toServer, requestedBy } = wish;
  await centralTransaction(central, async (tx) => {
    const factory = await lockFactory(tx, factoryId);
    const [known] = await tx.select().from(factoryMoves).where(eq(factoryMoves.id, id));
    if (known !== undefined && known.state !== "FAILED") return;
    if (factory.server === toServer) throw new BackupFailed(`The factory is on ${toServer} already.`);
    if (factory.quarantineReason !== null)
      throw new BackupFailed("Its last migration failed: it can be moved once that is repaired.");
    if (factory.schemaVersion !== currentSchemaVersion())
      throw new BackupFailed("Its database has to be brought up to date first.");
    await assertAlone(tx, wish, factory.state);
    const fresh = { fromServer: factory.server, toServer, formerState: factory.state, requestedBy, startedAt: NOW };
    const hasBegun = known !== undefined && known.endedAt === null && known.hasBegun;
    const clean = { state: "MOVING", hasBegun, closedAt: null, reason: null, endedAt: null } as const;
    if (known === undefined) await tx.insert(factoryMoves).values({ id, factoryId, ...fresh, ...clean });
    else
      await tx
        .update(factoryMoves)
        .set({ ...fresh, ...clean })
        .where(eq(factoryMoves.id, id));
  });
  const row = await findMove(central, id);
  if (row === undefined) throw new Error("A move that was begun is not there.");
  return row;
}

/** Lets nobody into the factory any more. Done before, it does nothing. Throws BackupFailed when something stands in the way by now. */
export async function closeForMove(central: CentralDb, wish: MoveWish): Promise<void> {
  const { id, factoryId } = wish;
  await centralTransaction(central, async (tx) => {
    const factory = await lockFactory(tx, factoryId);
    const [row] = await tx
      .select({ closedAt: factoryMoves.closedAt })
      .from(factoryMoves)
      .where(eq(factoryMoves.id, id));
    if (row !== undefined && row.closedAt !== null && factory.state === "MOVING") return;
    await assertAlone(tx, wish, factory.state);
    await tx.update(factories).set({ state: "MOVING", updatedAt: NOW }).where(eq(factories.id, factoryId));
    const closed = { formerState: factory.state, closedAt: NOW };
    await tx.update(factoryMoves).set(closed).where(eq(factoryMoves.id, id));
  });
}

/** How long the factory has let nobody in, by the database's clock. */
export async function closedForMs(central: CentralDb, id: string): Promise<number> {
  const age = sql<number | string>`timestampdiff(microsecond, ${factoryMoves.closedAt}, utc_timestamp(3))`;
  const [row] = await central.select({ age }).from(factoryMoves).where(eq(factoryMoves.id, id));
  return Number(row?.age ?? 0) / 1_000;
}

async function lockFactory(tx: CentralDb, id: string) {
  const { state, server, schemaVersion, quarantineReason } = factories;
  const [row] = await tx
    .select({ state, server, schemaVersion, quarantineReason })
    .from(factories)
    .where(eq(factories.id, id))
    .for("update");
  if (row === undefined) throw new BackupFailed("There is no such factory.");
  return row;
}

/** Refuses while anything else is under way with the factory's database, or lies beside it. */
async function assertAlone(tx: CentralDb, { id, factoryId }: MoveWish, state: string): Promise<void> {
  if (!MOVABLE.includes(state)) throw new BackupFailed(`The factory is ${state}: it can't be moved now.`);
  const others = await tx
    .select({ kind: jobs.kind })
    .from(jobs)
    .where(and(eq(jobs.factoryId, factoryId), isNotNull(jobs.openKey), ne(jobs.id, id)))
    .limit(1);
  if (others[0] !== undefined) throw new BackupFailed(`Another job of the factory is open: ${others[0].kind}.`);
  const copies = await tx
    .select({ until: sideCopies.expiresAt })
    .from(sideCopies)
    .where(and(eq(sideCopies.factoryId, factoryId), isNull(sideCopies.endedAt)));
  if (copies.length > 0) throw new BackupFailed(copiesReason(copies.map(({ until }) => until)));
  const isUnfinished = or(
    and(inArray(factoryMoves.state, ["MOVING", "FAILED"]), isNull(factoryMoves.endedAt)),
    and(eq(factoryMoves.state, "MOVED"), isNull(factoryMoves.keptAt)),
  );
  const moves = await tx
    .select({ id: factoryMoves.id })
    .from(factoryMoves)
    .where(and(eq(factoryMoves.factoryId, factoryId), ne(factoryMoves.id, id), isUnfinished));
  if (moves.length > 0) throw new BackupFailed("An earlier move of the factory is not finished.");
}

function copiesReason(ends: readonly (Date | null)[]): string {
  const last = ends.flatMap((end) => (end === null ? [] : [end.getTime()])).sort((a, b) => b - a)[0];
  const until =
    last === undefined ? "" : ` The last of them ends by itself on ${new Date(last).toISOString().slice(0, 16)} UTC.`;
  return `The factory has side copies, which lie on the server that it is on: its master has to close them first.${until}`;
}
