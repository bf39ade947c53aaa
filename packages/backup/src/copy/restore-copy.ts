import { SIDE_COPY_HOURS, type SideCopyStep } from "@storehouse/domain";
import {
  adoptSecrets,
  currentSchemaVersion,
  dropSideDatabase,
  makeCopyReader,
  migrateSideDatabase,
} from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { findBackup } from "../run/backup-rows.ts";
import { reasonOf } from "../run/reason-of.ts";
import { changeCopy, type CopyRecord, inHours, NOW } from "./copy-rows.ts";
import { removeBrought, restoreSource } from "./copy-source.ts";

/** How work on a side copy ended. */
export type CopyTended = Readonly<{ outcome: "ready" | "failed" | "dropped" | "switched" | "later"; error?: unknown }>;

const ATTEMPTS_MAX = 3;
const PROGRESS_MS = 500;
const STOPPED = "The service was stopped each time the copy was being restored.";

/**
 * Restores the backup that a side copy is of into a database of its own, proves that it is what was saved, brings it up
 * to date and lets it be read. What a killed process left is removed first. It throws only when the central database
 * can't be asked: then it is taken up again. To be called under the copy's lease.
 */
export async function restoreCopy(ctx: BackupContext, row: CopyRecord, signal: AbortSignal): Promise<CopyTended> {
  const { central } = ctx.tenancy;
  const { id, attempts } = row;
  const mine = { id, states: ["RESTORING"] } as const;
  await dropSideDatabase(ctx.provisioner, id);
  if (attempts >= ATTEMPTS_MAX) return await giveUp(ctx, row, new BackupFailed(STOPPED));
  const begun = { state: "RESTORING", step: "reading", attempts: attempts + 1 } as const;
  await changeCopy(central, { id, states: ["REQUESTED", "RESTORING"] }, begun);
  try {
    const facts = await withSteps(ctx, row, (onStep) => restoreProven(ctx, row, { onStep, signal }));
    const reader = await makeCopyReader(ctx.provisioner, id);
    const ready = { state: "READY", step: null, readyAt: NOW, expiresAt: inHours(SIDE_COPY_HOURS) } as const;
    const isReady = await changeCopy(central, mine, { ...ready, ...reader, ...facts });
    if (isReady) await removeBrought(ctx, row);
    // Closed meanwhile: whoever looks next removes it.
    return { outcome: isReady ? "ready" : "later" };
  } catch (error) {
    return await giveUp(ctx, row, error);
  }
}

async function giveUp(ctx: BackupContext, row: CopyRecord, error: unknown): Promise<CopyTended> {
  const { id } = row;
  await dropSideDatabase(ctx.provisioner, id);
  await removeBrought(ctx, row);
  const failed = { state: "FAILED", step: null, reason: reasonOf(error), endedAt: NOW } as const;
  await changeCopy(ctx.tenancy.central, { id, states: ["REQUESTED", "RESTORING"] }, failed);
  return { outcome: "failed", error };
}

type Watch = Readonly<{ onStep: (step: SideCopyStep, bytes: number) => void; signal: AbortSignal }>;

async function restoreProven(ctx: BackupContext, row: CopyRecord, watch: Watch) {
  const { factoryId, dbName, originId } = row;
  const onStep = (step: SideCopyStep, bytes: number): void => {
    watch.signal.throwIfAborted();
    watch.onStep(step, bytes);
  };
  const { ledger, ...facts } = await restoreSource(ctx, row, { schemaMax: currentSchemaVersion(), onStep });
  onStep("updating", 0);
  const schemaVersion = await migrateSideDatabase(ctx.provisioner, { dbName, factoryId });
  if (originId !== null) await adoptSecrets(ctx.provisioner, { dbName, fromId: originId, toId: factoryId });
  return { ...facts, schemaVersion, reason: ledger.length === 0 ? null : ledgerReason(ledger.length) };
}

const ledgerReason = (places: number): string =>
  `The copy is what was saved, but its stock and entries disagree in ${places} places, as they did in the factory.`;

/** Writes down how far it has come, for whoever looks on. */
async function withSteps<T>(
  { tenancy: { central } }: BackupContext,
  { id, backupId }: CopyRecord,
  work: (onStep: Watch["onStep"]) => Promise<T>,
): Promise<T> {
  const backup = backupId === null ? undefined : await findBackup(central, backupId);
  const far = { step: "reading" as SideCopyStep, bytes: 0, ofBytes: backup?.plainBytes ?? null };
  const tell = setInterval(() => {
    // The next one tells more.
    changeCopy(central, { id, states: ["RESTORING"] }, { ...far }).catch(() => undefined);
  }, PROGRESS_MS);
  try {
    return await work((step, bytes) => Object.assign(far, { step, bytes }));
  } finally {
    clearInterval(tell);
  }
}
