import type { FactoryRecord } from "@storehouse/tenancy";
import { factoryAddress } from "@storehouse/tenancy/fleet";
import {
  dropEmptied,
  isSwapped,
  makeCopyReader,
  migrateSideDatabase,
  settleRestored,
  type Swap,
  swapDatabases,
} from "@storehouse/tenancy/provision";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { withLease } from "../run/with-lease.ts";
import { changeCopy, type CopyRecord, findCopy, NOW } from "./copy-rows.ts";
import type { CopyTended } from "./restore-copy.ts";
import { ensureSafetyBackup } from "./safety-backup.ts";
import { closeFactory, closedForMs, openRestored, reopenUnchanged } from "./switch-factory.ts";

/** The points that a switch passes; each is reached again, harmlessly, when it is taken up after a crash. */
export const SWITCH_POINTS = [
  "begun",
  "saved",
  "updated",
  "closed",
  "emptied",
  "swapped",
  "settled",
  "opened",
] as const;
export type SwitchPoint = (typeof SWITCH_POINTS)[number];

export type SwitchOptions = Readonly<{
  /** How long nobody is let in before the switch: longer than any process remembers a factory or a session. */
  closeMs?: number | undefined;
  onPoint?: ((point: SwitchPoint) => void) | undefined;
}>;

const CLOSE_MS = 6_000;
const MIGRATION_WAIT_MS = 120_000;
const ATTEMPTS_MAX = 5;
const PAUSE_MS = 2_000;

type Options = SwitchOptions & Readonly<{ signal: AbortSignal }>;
type Switching = Readonly<{ ctx: BackupContext; row: CopyRecord; factory: FactoryRecord; swap: Swap }>;

/**
 * Puts a side copy in its factory's place: saves the factory and checks that backup, closes the factory for some
 * seconds, swaps the tables in one statement, and opens it again. Killed anywhere, it is gone on with; what can't be done
 * before the swap leaves the factory as it was and open. To be called under the copy's lease.
 */
export async function switchCopy(ctx: BackupContext, row: CopyRecord, options: Options): Promise<CopyTended> {
  const factory = await ctx.tenancy.findFactoryById(row.factoryId);
  if (factory === undefined) throw new Error("The factory of a side copy is gone.");
  const keptId = row.keptId ?? v7();
  const swap = { factoryId: factory.id, dbName: factory.dbName, copyId: row.id, keptId };
  const isMine = { id: row.id, states: ["SWITCHING"] } as const;
  const attempts = row.attempts + 1;
  if (!(await changeCopy(ctx.tenancy.central, isMine, { keptId, attempts }))) return { outcome: "later" };
  const switching = { ctx, row: { ...row, keptId, attempts }, factory, swap };
  try {
    return await attempt(switching, options);
  } catch (error) {
    return await endAttempt(switching, error);
  }
}

async function attempt(switching: Switching, options: Options): Promise<CopyTended> {
  const { ctx, row, swap } = switching;
  const { onPoint = () => undefined, signal } = options;
  const step = async (name: "saving" | "updating"): Promise<void> => {
    signal.throwIfAborted();
    await changeCopy(ctx.tenancy.central, { id: row.id, states: ["SWITCHING"] }, { step: name });
  };
  onPoint("begun");
  if (!(await isSwapped(ctx.provisioner, swap))) {
    await step("saving");
    await ensureSafetyBackup(ctx, row);
    onPoint("saved");
    await step("updating");
    await migrateSideDatabase(ctx.provisioner, { dbName: row.dbName, factoryId: row.factoryId });
    onPoint("updated");
  }
  // Neither a dump nor a migration may be under way in what is moved.
  const lease = { name: `migrate:${row.factoryId}`, waitMs: MIGRATION_WAIT_MS };
  const done = await withLease(ctx.tenancy.central, lease, async () => {
    signal.throwIfAborted();
    return swapClosed(switching, options);
  });
  if (done === undefined) throw new BackupFailed("The factory is being saved or brought up to date.");
  return done;
}

async function swapClosed({ ctx, row, factory, swap }: Switching, options: Options): Promise<CopyTended> {
  const { onPoint = () => undefined, closeMs = CLOSE_MS, signal } = options;
  const { provisioner, tenancy } = ctx;
  await closeFactory(tenancy.central, row);
  onPoint("closed");
  await waitClosed(ctx, row.id, closeMs);
  signal.throwIfAborted();
  onPoint("emptied");
  const owner = factoryAddress({ central: ctx.centralAddress, keys: ctx.keys }, factory);
  await swapDatabases(provisioner, swap, owner);
  onPoint("swapped");
  const { savedAt, backupId } = row;
  const line = { by: row.switchedBy ?? "Storehouse", savedAt, backupId };
  await settleRestored(provisioner, { ...swap, dbUser: factory.dbUser }, line);
  onPoint("settled");
  const reader = await makeCopyReader(provisioner, swap.keptId);
  const schemaVersion = await migrateSideDatabase(provisioner, swap);
  await openRestored(tenancy.central, { row, keptId: swap.keptId, reader, schemaVersion });
  onPoint("opened");
  await tidySwitched(ctx, swap);
  return { outcome: "switched" };
}

/** Removes the database that a switched copy has left. */
export async function tidySwitched({ tenancy, provisioner }: BackupContext, swap: Omit<Swap, "keptId">): Promise<void> {
  await dropEmptied(provisioner, swap);
  const nobody = { dbUser: null, secret: null, secretKeyId: null };
  await changeCopy(tenancy.central, { id: swap.copyId, states: ["SWITCHED"] }, { ...nobody, endedAt: NOW });
}

/** By the database's clock: the one that closed it may have been another process. */
async function waitClosed({ tenancy: { central } }: BackupContext, id: string, closeMs: number): Promise<void> {
  for (;;) {
    const left = closeMs - (await closedForMs(central, id));
    if (left <= 0) break;
    await sleep(Math.min(left, 1_000));
  }
  await changeCopy(central, { id, states: ["SWITCHING"] }, { step: "swapping" });
}

/** Before the swap, what can't be done is given up and the factory opened; after it, there is only going on. */
async function endAttempt(switching: Switching, error: unknown): Promise<CopyTended> {
  const { ctx, row, swap } = switching;
  const isLost = error instanceof Error && error.name === "AbortError";
  const isFinal = error instanceof BackupFailed || row.attempts >= ATTEMPTS_MAX;
  if (isLost || !isFinal || !(await isUntouched(switching))) {
    await sleep(PAUSE_MS);
    return { outcome: "later", error };
  }
  await reopenUnchanged(ctx, { row, swap }, error);
  return { outcome: "failed", error };
}

/** Where it can't be told, because a swap may be under way, nothing is given up. */
async function isUntouched({ ctx, row, swap }: Switching): Promise<boolean> {
  if ((await findCopy(ctx.tenancy.central, row.id))?.state !== "SWITCHING") return false;
  return isSwapped(ctx.provisioner, swap).then(
    (hasSwapped) => !hasSwapped,
    () => false,
  );
}
