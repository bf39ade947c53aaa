import { centralTransaction, eq, sql } from "@storehouse/db";
import { jobSchedules } from "@storehouse/db/central";
import { fail, MIGRATION_JOB, type PauseMigrationsInput, type Upkeep } from "@storehouse/domain";
import { actorName, authorizeOperator, type PlatformContext, recordDeed } from "./platform-context.ts";
import type { PlatformPorts } from "./platform-ports.ts";

const isIt = eq(jobSchedules.name, MIGRATION_JOB);

/** What concerns the fleet as a whole: its database servers, whether migrations rest, and the keys. */
export async function getUpkeep(ctx: PlatformContext, ports: PlatformPorts): Promise<Upkeep> {
  authorizeOperator(ctx, "factories.read");
  const { pausedAt, pausedBy } = jobSchedules;
  const [servers, [schedule], keys] = await Promise.all([
    ports.listServers(),
    ctx.central.select({ pausedAt, pausedBy }).from(jobSchedules).where(isIt),
    ports.lastKeyWork(),
  ]);
  const isMigrationPaused = schedule !== undefined && schedule.pausedAt !== null;
  return { servers, isMigrationPaused, pausedBy: schedule?.pausedBy ?? null, keys };
}

/** Lets migrations rest until they are resumed, or go on at once; one under way ends at the factories that it is at. Throws NOT_FOUND before a worker has ever run. */
export async function pauseMigrations(
  ctx: PlatformContext,
  { isPaused }: PauseMigrationsInput,
): Promise<Record<string, never>> {
  authorizeOperator(ctx, "fleet.migrate");
  await centralTransaction(ctx.central, async (central) => {
    const [row] = await central
      .select({ pausedAt: jobSchedules.pausedAt })
      .from(jobSchedules)
      .where(isIt)
      .for("update");
    if (row === undefined) return fail({ code: "NOT_FOUND", entity: "job", id: MIGRATION_JOB });
    if ((row.pausedAt !== null) === isPaused) return;
    const by = actorName(ctx).slice(0, 100);
    const now = sql`utc_timestamp(3)`;
    const change = isPaused
      ? { pausedAt: now, pausedBy: by }
      : { pausedAt: null, pausedBy: null, askedAt: now, askedBy: by };
    await central.update(jobSchedules).set(change).where(isIt);
    await recordDeed({ ...ctx, central }, { action: isPaused ? "fleet.pause" : "fleet.resume" });
  });
  return {};
}
