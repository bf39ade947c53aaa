import { MIGRATION_JOB } from "@storehouse/domain";
import pLimit from "p-limit";
import { isSchedulePaused, restSchedule } from "../job/steer-schedule.ts";
import { readSchema } from "../provision/load-schema.ts";
import type { Provisioner } from "../provision/open-provisioner.ts";
import { liftQuarantine, listStale, type MigratedFactory, type MigrationScope } from "./list-stale.ts";
import { migrateFactory, type Migrated, type MigrateOptions } from "./migrate-factory.ts";

/** How the migration of all factories went. `isStopped` when too many failed, `isPaused` when somebody stopped it: the rest was left as it was. */
export type FleetMigration = Readonly<{
  total: number;
  done: readonly Migrated[];
  isStopped: boolean;
  isPaused: boolean;
}>;

export type FleetOptions = Partial<MigrateOptions> &
  Readonly<{
    scope?: MigrationScope;
    concurrency?: number;
    onMigrated?: (migrated: Migrated) => void;
  }>;

/** One first, then ten, then a hundred, then the rest: a migration that can't work is stopped before it has met everybody. */
const WAVES = [1, 10, 100, Number.POSITIVE_INFINITY];
const CONCURRENCY = 4;

const FAILURES_PER_HUNDRED = 1;

/**
 * Brings every factory up to date, a few at a time, and goes on where an earlier run was killed: what is current is not
 * touched, what was begun is resumed step by step. A factory that fails is put aside and the others go on, until more
 * than one in a hundred have failed (or the very first): then the migration rests until somebody resumes it.
 */
export async function migrateFleet(provisioner: Provisioner, options: FleetOptions = {}): Promise<FleetMigration> {
  const { scope, concurrency = CONCURRENCY, onMigrated, schema = readSchema(), ...rest } = options;
  const stale = await listStale(provisioner.central, schema.version, scope);
  // One that was put aside by a release that was taken back is what this one works with.
  if (scope?.dbName !== undefined && stale.length === 0)
    await liftQuarantine(provisioner.central, scope.dbName, schema.version);
  const done: Migrated[] = [];
  const limit = pLimit(concurrency);

  let begun = 0;
  let isStopped = false;
  let isPaused = false;
  // One that is named is wanted now, whatever is asked of the fleet.
  const mayGoOn = async (): Promise<boolean> => {
    isPaused ||= scope?.dbName === undefined && (await isSchedulePaused(provisioner.central, MIGRATION_JOB));
    return !isStopped && !isPaused;
  };
  for (const size of WAVES) {
    const wave = stale.slice(begun, begun + size);
    const mayFail = begun === 0 && stale.length > 1 ? 0 : Math.max(1, (stale.length * FAILURES_PER_HUNDRED) / 100);
    begun += wave.length;
    const one = async (factory: MigratedFactory): Promise<void> => {
      if (!(await mayGoOn())) return;
      const migrated = await migrateFactory(provisioner, factory, { ...rest, schema });
      done.push(migrated);
      onMigrated?.(migrated);
      if (countFailed(done) > mayFail) isStopped = true;
    };
    await Promise.all(wave.map((factory) => limit(one, factory)));
    if (isStopped || isPaused) break;
  }
  // The timetable would begin with the next factory a minute later, and so take one after the other down.
  if (isStopped && scope === undefined) await restSchedule(provisioner.central, MIGRATION_JOB, "too many failed");
  return { total: stale.length, done, isStopped, isPaused };
}

const countFailed = (done: readonly Migrated[]): number =>
  done.filter(({ outcome }) => outcome === "quarantined").length;
