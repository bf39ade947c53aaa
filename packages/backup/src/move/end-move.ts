import { and, centralTransaction, eq, sql } from "@storehouse/db";
import { backups, factories, factoryMoves } from "@storehouse/db/central";
import { MOVED_KEPT_DAYS } from "@storehouse/domain";
import { type FactoryRecord, recordPlatformEvent } from "@storehouse/tenancy";
import { clearTarget, placeInRegistry, setAside, unfenceOwner } from "@storehouse/tenancy/provision";
import { v7 } from "uuid";
import type { BackupContext } from "../backup-context.ts";
import { reasonOf } from "../run/reason-of.ts";
import { closedForMs, findMove, type MoveRecord } from "./move-rows.ts";

const NOW = sql`utc_timestamp(3)`;
const BACKED_UP = ["READY", "SUSPENDED"];

/** Whose database it is, for what works on a server. */
export const ownedBy = ({ id: factoryId, dbName, dbUser }: FactoryRecord) => ({ factoryId, dbName, dbUser });

/**
 * Opens the factory on the new server: the registry says so from here on, every pool that was opened before is left
 * behind, and a backup of it there is asked for. All of it in one transaction; done before, it does nothing.
 */
export async function openMoved(ctx: BackupContext, row: MoveRecord, rowCount: number): Promise<void> {
  const { central } = ctx.provisioner;
  const { id, factoryId, fromServer, toServer, requestedBy } = row;
  const place = placeInRegistry(ctx.provisioner.at(toServer), ctx.centralAddress);
  const closedMs = Math.round(await closedForMs(central, id));
  await centralTransaction(central, async (tx) => {
    const keptUntil = sql`utc_timestamp(3) + interval ${MOVED_KEPT_DAYS} day`;
    const [moved] = await tx
      .update(factoryMoves)
      .set({ state: "MOVED", rowCount, openedAt: NOW, keptUntil })
      .where(and(eq(factoryMoves.id, id), eq(factoryMoves.state, "MOVING")));
    if (moved.affectedRows === 0) return;
    const credentialVersion = sql`${factories.credentialVersion} + 1`;
    const open = { state: row.formerState, server: toServer, ...place, credentialVersion, updatedAt: NOW };
    await tx
      .update(factories)
      .set(open)
      .where(and(eq(factories.id, factoryId), eq(factories.state, "MOVING")));
    const backup = { id: v7(), subject: factoryId, state: "REQUESTED", requestedAt: NOW } as const;
    if (BACKED_UP.includes(row.formerState))
      await tx.insert(backups).values({ ...backup, requestedBy: "After a move" });
    const detail = { by: requestedBy, from: fromServer, to: toServer, rows: rowCount, closedMs };
    await recordPlatformEvent(tx, { actor: "worker", action: "factory.move", factoryId, detail });
  });
}

/** Puts the database that was left behind under the name it is kept by for a week, and removes who could enter it. */
export async function keepFormer(ctx: BackupContext, row: MoveRecord, factory: FactoryRecord): Promise<void> {
  await setAside(ctx.provisioner.at(row.fromServer), row.id, ownedBy(factory));
  await centralTransaction(ctx.provisioner.central, (tx) =>
    tx.update(factoryMoves).set({ keptAt: NOW }).where(eq(factoryMoves.id, row.id)),
  );
}

/**
 * Gives a move up: the factory is open where it was, as it was, and then what was made on the new server is removed. Never
 * after the registry says that it has moved.
 */
export async function giveUpMove(
  ctx: BackupContext,
  id: string,
  factory: FactoryRecord,
  error: unknown,
): Promise<void> {
  const { central } = ctx.provisioner;
  const row = await findMove(central, id);
  if (row?.state !== "MOVING") return;
  if (row.closedAt !== null) await unfenceOwner(ctx.provisioner.at(row.fromServer), ownedBy(factory));
  const reason = reasonOf(error);
  await centralTransaction(central, async (tx) => {
    const failed = { state: "FAILED", reason } as const;
    const isMoving = and(eq(factoryMoves.id, id), eq(factoryMoves.state, "MOVING"));
    const [ended] = await tx.update(factoryMoves).set(failed).where(isMoving);
    if (ended.affectedRows === 0) return;
    await tx
      .update(factories)
      .set({ state: row.formerState, updatedAt: NOW })
      .where(and(eq(factories.id, row.factoryId), eq(factories.state, "MOVING")));
    const detail = { reason, to: row.toServer };
    const event = { actor: "worker", action: "factory.moveFailed", factoryId: row.factoryId } as const;
    await recordPlatformEvent(tx, { ...event, detail });
  });
  await clearFailed(ctx, id, factory);
}

/** Removes what a move that was given up has made on the new server: the factory is open meanwhile, whether that server answers or not. */
export async function clearFailed(ctx: BackupContext, id: string, factory: FactoryRecord): Promise<void> {
  const { central } = ctx.provisioner;
  const row = await findMove(central, id);
  if (row?.state !== "FAILED" || row.endedAt !== null) return;
  if (row.hasBegun) await clearTarget(ctx.provisioner.at(row.toServer), ownedBy(factory));
  await centralTransaction(central, (tx) =>
    tx.update(factoryMoves).set({ endedAt: NOW }).where(eq(factoryMoves.id, id)),
  );
}
