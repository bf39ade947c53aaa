import {
  type BackedUp,
  backUpCentral,
  type BackupContext,
  backUpFactory,
  CENTRAL,
  listRequested,
  listSubjects,
  verifyBackup,
} from "@storehouse/backup";
import { backupSlot } from "@storehouse/domain";
import pLimit from "p-limit";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import type { Job, JobContext } from "../job.ts";

/** Two at once: a dump and a restore each keep a core busy, and the factories at work should hardly notice. */
const AT_ONCE = 2;

type Counts = { stored: number; verified: number; failed: number };
type Wish = Readonly<{ id: string } | { slot: string }>;

/** Saves the central database and every factory for this turn, and restores each to see. One that fails stops no other. */
export const backUpAllBy = (settings: BackupSettings): Job => ({
  name: "back-up",
  run: async (context) => {
    const wish = { slot: backupSlot(new Date()) };
    const subjects = await listSubjects(context.tenancy.central);
    return backUpEach(
      context,
      settings,
      subjects.map((subject) => ({ subject, wish })),
    );
  },
});

/** Saves what people have asked for, as soon as they ask. */
export const backUpRequestedBy = (settings: BackupSettings): Job => ({
  name: "back-up-requested",
  run: async (context) => {
    const waiting = await listRequested(context.tenancy.central, AT_ONCE);
    return backUpEach(
      context,
      settings,
      waiting.map(({ id, subject }) => ({ subject, wish: { id } })),
    );
  },
});

/** Saves each, a few at a time, and restores it to see. */
export async function backUpEach(
  context: JobContext,
  settings: BackupSettings,
  wishes: readonly Readonly<{ subject: string; wish: Wish }>[],
): Promise<Counts> {
  const counts = { stored: 0, verified: 0, failed: 0 };
  const limit = pLimit(AT_ONCE);
  const ctx = backupContext(context, settings);
  const one = async (subject: string, wish: Wish): Promise<void> => {
    const { outcome, id, error } = await backUpOne(ctx, subject, wish);
    if (outcome === "failed") counts.failed += 1;
    if (outcome === "failed" || outcome === "busy")
      context.onFailure(subject, error ?? new Error("Another process holds it."), "a backup came to nothing");
    if (outcome !== "stored" || id === undefined) return;
    counts.stored += 1;
    const verified = await verifyBackup(ctx, id);
    if (verified.outcome === "verified") counts.verified += 1;
    else context.onFailure(subject, verified.error, "a backup could not be verified");
  };
  await Promise.all(
    wishes.map(({ subject, wish }) =>
      limit(() =>
        one(subject, wish).catch((error: unknown) => {
          counts.failed += 1;
          context.onFailure(subject, error, "a backup could not be begun");
        }),
      ),
    ),
  );
  return counts;
}

const backUpOne = (ctx: BackupContext, subject: string, wish: Wish): Promise<BackedUp> =>
  subject === CENTRAL ? backUpCentral(ctx, wish) : backUpFactory(ctx, subject, wish);
