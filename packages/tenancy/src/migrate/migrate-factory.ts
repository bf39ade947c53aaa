import { bytesToUuid, eq, findDriverError, isRetryable, isUnavailable, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { DomainError, MAIN_SERVER } from "@storehouse/domain";
import { setTimeout as sleep } from "node:timers/promises";
import { acquireLease, type Lease, releaseLease, renewLease } from "../lease.ts";
import { quoteName } from "../provision/grants.ts";
import type { Schema } from "../provision/load-schema.ts";
import type { Provisioner } from "../provision/open-provisioner.ts";
import type { Session } from "../provision/open-session.ts";
import { grantOwnUser } from "../provision/own-user.ts";
import { lockDatabaseName } from "../provision/provision-lock.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";
import type { MigratedFactory } from "./list-stale.ts";
import type { MigrationStep } from "./migration-files.ts";
import { MigrationFailed, runMigrations } from "./run-migrations.ts";

/** How a factory's migration ended: `busy` when another held it all the while, `waiting` when a table was in use or the server away. */
export type Migrated = Readonly<{
  factory: MigratedFactory;
  outcome: "migrated" | "current" | "busy" | "waiting" | "quarantined";
  error?: unknown;
}>;

export type MigrateOptions = Readonly<{ schema: Schema; onStep?: (step: MigrationStep) => void }>;

const LEASE_MS = 120_000;
const LEASE_WAIT_MS = 30_000;
const POLL_MS = 250;

/**
 * Brings one factory up to date. Whoever finds another at it waits, and then finds nothing left to do. A factory whose
 * migration fails is put into quarantine with the step and the error: its people read that it is being repaired.
 */
export async function migrateFactory(
  provisioner: Provisioner,
  factory: MigratedFactory,
  options: MigrateOptions,
): Promise<Migrated> {
  const { central } = provisioner;
  const lease = await waitForLease(provisioner, factory);
  if (lease === undefined) return { factory, outcome: "busy" };
  try {
    const { version, server, state } = await readNow(provisioner, factory);
    if (version >= options.schema.version) return { factory, outcome: "current" };
    // Its database is being changed for another.
    if (state === "MOVING" || state === "RESTORING") return { factory, outcome: "busy" };
    const own = server === provisioner.serverName ? provisioner : provisioner.at(server);
    return await migrateHeld(own, { factory, lease }, options);
  } catch (error) {
    if (isPassing(error)) return { factory, outcome: "waiting", error };
    const reason = describe(error);
    await central.update(factories).set({ quarantineReason: reason }).where(eq(factories.id, factory.id));
    const event = { actor: "worker", action: "factory.quarantine", factoryId: factory.id } as const;
    await recordPlatformEvent(central, { ...event, detail: { reason } });
    return { factory, outcome: "quarantined", error };
  } finally {
    // It runs out by itself when the database is away.
    await releaseLease(central, lease).catch(() => undefined);
  }
}

/** Nothing is wrong with the factory or the step: the next round goes on where this one stopped. */
function isPassing(error: unknown): boolean {
  const isRefused = error instanceof DomainError && ["BUSY", "UNAVAILABLE"].includes(error.failure.code);
  return isRefused || isUnavailable(error) || isRetryable(error);
}

type Held = Readonly<{ factory: MigratedFactory; lease: Lease }>;

async function migrateHeld(
  provisioner: Provisioner,
  { factory, lease }: Held,
  { schema, onStep }: MigrateOptions,
): Promise<Migrated> {
  const { central } = provisioner;
  const session = await provisioner.openSession();
  const renewal = setInterval(() => void renewLease(central, lease, LEASE_MS).catch(() => false), LEASE_MS / 4);
  try {
    if (!(await lockDatabaseName(session, factory.dbName))) return { factory, outcome: "busy" };
    await enterOwnDatabase(session, factory);
    await runMigrations(session, schema.migrations, onStep);
    await grantOwnUser(session, factory);
  } finally {
    clearInterval(renewal);
    await session.close();
  }
  await central
    .update(factories)
    .set({ schemaVersion: schema.version, quarantineReason: null, updatedAt: sql`utc_timestamp(3)` })
    .where(eq(factories.id, factory.id));
  return { factory, outcome: "migrated" };
}

/** Refuses a database that does not carry the factory's id: the registry may have been changed by mistake. */
async function enterOwnDatabase(session: Session, { id, dbName }: MigratedFactory): Promise<void> {
  await session.run(`USE ${quoteName(dbName)}`);
  const [row] = await session.rows<{ id: Buffer }>("select factory_id as id from identity");
  if (row === undefined || bytesToUuid(row.id) !== id) throw new Error("The database belongs to another factory");
}

async function waitForLease({ central }: Provisioner, { id }: MigratedFactory): Promise<Lease | undefined> {
  for (const end = Date.now() + LEASE_WAIT_MS; Date.now() < end; await sleep(POLL_MS)) {
    const lease = await acquireLease(central, `migrate:${id}`, LEASE_MS);
    if (lease !== undefined) return lease;
  }
  return undefined;
}

/** As it is under the lease: it may have been moved while this waited. */
async function readNow({ central }: Provisioner, { id }: MigratedFactory) {
  const [row] = await central
    .select({ version: factories.schemaVersion, server: factories.server, state: factories.state })
    .from(factories)
    .where(eq(factories.id, id));
  return row ?? { version: 0, server: MAIN_SERVER, state: "FAILED" };
}

/** Number, step and statement; the server's own words are left out, for they can quote a factory's data. */
function describe(error: unknown): string {
  const driver = findDriverError(error);
  const isOurs = error instanceof MigrationFailed || driver === undefined;
  const words = isOurs && error instanceof Error ? error.message : "Failed";
  return (driver === undefined ? words : `${words} (${driver.code} ${driver.errno})`).slice(0, 500);
}
