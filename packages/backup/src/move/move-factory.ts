import { identity } from "@storehouse/db/tenant";
import type { MoveStep } from "@storehouse/domain";
import { type DatabaseAddress, type FactoryRecord } from "@storehouse/tenancy";
import { factoryAddress, openDatabase } from "@storehouse/tenancy/fleet";
import { clearTarget, currentSchemaVersion, fenceOwner, makeMovedUser } from "@storehouse/tenancy/provision";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { restoreInto } from "../check/restore-into.ts";
import type { Restored } from "../check/restored.ts";
import { verifyBackup } from "../check/verify-backup.ts";
import { changeBackup, findBackup } from "../run/backup-rows.ts";
import { contextAt } from "../run/context-of.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { backUpFactory, backUpHeld } from "../save/back-up.ts";
import { checkTarget } from "./check-target.ts";
import { giveUpMove, keepFormer, openMoved, ownedBy } from "./end-move.ts";
import {
  beginMove,
  changeMove,
  closedForMs,
  closeForMove,
  findMove,
  type MoveRecord,
  type MoveWish,
} from "./move-rows.ts";

/** The points that a move passes; each is reached again, harmlessly, when it is taken up after a crash. */
export const MOVE_POINTS = [
  "begun",
  "rehearsed",
  "closed",
  "fenced",
  "saved",
  "restored",
  "entered",
  "opened",
  "kept",
] as const;
export type MovePoint = (typeof MOVE_POINTS)[number];

export type MoveOptions = Readonly<{
  /** Goes off when another process has taken the move over. */
  signal: AbortSignal;
  onStep?: ((step: MoveStep) => Promise<void>) | undefined;
  onPoint?: ((point: MovePoint) => void) | undefined;
  /** How long nobody is let in before the last copy is taken: longer than any process remembers the factory. */
  closeMs?: number | undefined;
}>;

/** What a move came to. `isKept` is false when the former server could not be asked to put the old database aside yet. */
export type Moved = Readonly<{ from: string; to: string; rows: number; closedMs: number; isKept: boolean }>;

const CLOSE_MS = 6_000;
const LEASE_WAIT_MS = 30_000;
const BACKUP_WAIT_MS = 120_000;

type Moving = Readonly<{
  ctx: BackupContext;
  wish: MoveWish;
  row: MoveRecord;
  factory: FactoryRecord;
  options: MoveOptions;
}>;

/** The lease under which a factory is moved. */
export const moveLease = (factoryId: string, waitMs: number) => ({ name: `move:${factoryId}`, waitMs });

/**
 * Moves a factory to another server. While it is open it is saved, and that backup restored on the new server to see;
 * then it is closed, saved once more, restored under its own name there and proven row for row, and opened. Killed
 * anywhere, it is gone on with; what fails before the registry is changed leaves the factory where it was, open. Throws
 * BackupFailed with the reason.
 */
export async function moveFactory(ctx: BackupContext, wish: MoveWish, options: MoveOptions): Promise<Moved> {
  const moved = await withLease(ctx.tenancy.central, moveLease(wish.factoryId, LEASE_WAIT_MS), async (signal) =>
    moveHeld(ctx, wish, { ...options, signal: AbortSignal.any([signal, options.signal]) }),
  );
  if (moved === undefined) throw new Error("Another process is moving the factory.");
  return moved;
}

async function moveHeld(ctx: BackupContext, wish: MoveWish, options: MoveOptions): Promise<Moved> {
  await options.onStep?.("checking");
  const row = await beginMove(ctx.provisioner.central, wish);
  const factory = await ctx.tenancy.findFactoryById(wish.factoryId);
  if (factory === undefined) throw new BackupFailed("There is no such factory.");
  const moving = { ctx, wish, row, factory, options };
  if (row.state === "MOVING") {
    try {
      await reachTarget(moving);
    } catch (error) {
      if (!options.signal.aborted) await giveUpMove(ctx, row.id, factory, error);
      throw error;
    }
  }
  return finish(moving);
}

async function reachTarget(moving: Moving): Promise<void> {
  const { ctx, row, factory, options } = moving;
  const { onPoint = () => undefined, onStep, signal } = options;
  await checkTarget(ctx, row, factory);
  const target = ctx.provisioner.at(row.toServer);
  signal.throwIfAborted();
  await changeMove(ctx.provisioner.central, row.id, { hasBegun: true });
  onPoint("begun");
  // By an attempt that was killed.
  await clearTarget(target, ownedBy(factory));
  if (row.closedAt === null) {
    await onStep?.("rehearsing");
    await rehearse(moving);
    onPoint("rehearsed");
  }
  // Taken while the factory is still open: waiting for a backup or a migration must cost nobody anything.
  const { central } = ctx.tenancy;
  const done = await withLease(central, backupLease(row.factoryId, BACKUP_WAIT_MS), (noBackup) =>
    withLease(central, { name: `migrate:${row.factoryId}`, waitMs: BACKUP_WAIT_MS }, async (noMigration) => {
      await moveClosed(moving, AbortSignal.any([signal, noBackup, noMigration]));
      return true;
    }),
  );
  if (done !== true) throw new BackupFailed("The factory is being saved or brought up to date.");
}

/** Proves that the factory can be had on the new server, while its people go on working. */
async function rehearse({ ctx, row, options: { signal } }: Moving): Promise<void> {
  const backup = await backUpFactory(ctx, row.factoryId, { slot: newSlot() });
  if (backup.outcome !== "stored" || backup.id === undefined) throw notSaved(backup.error);
  signal.throwIfAborted();
  const { outcome, error } = await verifyBackup(ctx, backup.id, row.toServer);
  if (outcome !== "verified")
    throw new BackupFailed(`On ${row.toServer} the factory was not what it is here.`, { cause: error });
}

async function moveClosed({ ctx, wish, row, factory, options }: Moving, signal: AbortSignal): Promise<void> {
  const { onPoint = () => undefined, onStep, closeMs = CLOSE_MS } = options;
  const { central } = ctx.provisioner;
  const source = contextAt(ctx, row.fromServer);
  const target = contextAt(ctx, row.toServer);
  const owned = ownedBy(factory);
  const owner = factoryAddress({ central: ctx.centralAddress, keys: ctx.keys }, factory);
  signal.throwIfAborted();
  await onStep?.("closing");
  await closeForMove(central, wish);
  onPoint("closed");
  const closed = await findMove(central, row.id);
  if (closed === undefined) throw new Error("The move is not there any more.");
  // Nobody was in one that was shut before.
  if (closed.formerState === "READY") await waitClosed(ctx, row.id, closeMs);
  signal.throwIfAborted();
  await fenceOwner(source.provisioner, owned, owner);
  onPoint("fenced");
  await onStep?.("copying");
  const restored = await copy({ source, target, row, signal, onPoint }, factory);
  await onStep?.("proving");
  await makeMovedUser(target.provisioner, owned, owner.password);
  await assertEnters({ ...owner, ...target.provisioner.server }, factory.id);
  onPoint("entered");
  signal.throwIfAborted();
  await onStep?.("opening");
  await openMoved(ctx, closed, restored.rows);
  onPoint("opened");
}

type Copying = Readonly<{
  source: BackupContext;
  target: BackupContext;
  row: MoveRecord;
  signal: AbortSignal;
  onPoint: (point: MovePoint) => void;
}>;

/** The last copy: a backup like any other, which counts as verified once it stands on the new server, row for row. */
async function copy({ source, target, row, signal, onPoint }: Copying, factory: FactoryRecord): Promise<Restored> {
  const { central } = source.tenancy;
  const { outcome, id, error } = await backUpHeld(source, row.factoryId, { slot: newSlot(), signal });
  const backup = id === undefined ? undefined : await findBackup(central, id);
  if (outcome !== "stored" || id === undefined || !backup?.fileName) throw notSaved(error);
  onPoint("saved");
  const { fileName } = backup;
  const restored = await restoreInto(target, {
    fileName,
    subject: row.factoryId,
    backupId: id,
    dbName: factory.dbName,
    schemaMax: currentSchemaVersion(),
    onStep: () => signal.throwIfAborted(),
  });
  onPoint("restored");
  const verified = { state: "VERIFIED", verifiedAt: new Date() } as const;
  await changeBackup(central, { id, states: ["STORED"] }, verified);
  return restored;
}

async function assertEnters(address: DatabaseAddress, factoryId: string): Promise<void> {
  const { db, close } = openDatabase(address);
  try {
    const [row] = await db.select({ id: identity.factoryId }).from(identity).limit(1);
    if (row?.id !== factoryId) throw new BackupFailed("The factory's user does not find it on the new server.");
  } finally {
    await close();
  }
}

async function finish({ ctx, row: { id }, factory, options }: Moving): Promise<Moved> {
  const row = await findMove(ctx.provisioner.central, id);
  if (row === undefined || row.openedAt === null || row.closedAt === null)
    throw new Error("A move that was made is not there.");
  // The factory works on the new server: the worker tries again for as long as it takes.
  const isKept =
    row.keptAt !== null ||
    (await keepFormer(ctx, row, factory).then(
      () => true,
      () => false,
    ));
  if (isKept) options.onPoint?.("kept");
  const closedMs = row.openedAt.getTime() - row.closedAt.getTime();
  return { from: row.fromServer, to: row.toServer, rows: row.rowCount ?? 0, closedMs, isKept };
}

async function waitClosed({ tenancy: { central } }: BackupContext, id: string, closeMs: number): Promise<void> {
  for (;;) {
    const left = closeMs - (await closedForMs(central, id));
    if (left <= 0) return;
    await sleep(Math.min(left, 1_000));
  }
}

const newSlot = (): string => `move-${randomBytes(6).toString("hex")}`;
const notSaved = (error: unknown): BackupFailed =>
  new BackupFailed("The factory could not be saved, so nothing was moved.", { cause: error });
