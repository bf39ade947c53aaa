import { type CentralDb, inArray } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import type { DatabaseAddress } from "@storehouse/tenancy";
import { factoryAddress } from "@storehouse/tenancy/fleet";
import { type BackupContext, CENTRAL } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";

/** What a backup is of: one factory, or the central database. */
export type Subject = Readonly<{
  /** The factory's id, or `central`. */
  key: string;
  factoryId: string | null;
  schemaVersion: number;
  address: DatabaseAddress;
}>;

const BACKED_UP = ["READY", "SUSPENDED"];
/** Those that are saved when they are moved, beside. */
const SAVEABLE = [...BACKED_UP, "ARCHIVED", "MOVING"];

/** Finds a subject and the account that reads it. Throws BackupFailed when there is no such factory (any more). */
export async function findSubject(ctx: BackupContext, key: string): Promise<Subject> {
  if (key === CENTRAL)
    return { key, factoryId: null, schemaVersion: await centralVersion(ctx), address: ctx.centralAddress };
  const factory = await ctx.tenancy.findFactoryById(key);
  if (factory === undefined || !SAVEABLE.includes(factory.state))
    throw new BackupFailed("The factory has no database that could be saved now.");
  const address = factoryAddress({ central: ctx.centralAddress, keys: ctx.keys }, factory);
  return { key, factoryId: factory.id, schemaVersion: factory.schemaVersion, address };
}

/** The keys of all that is backed up: the central database first, for it names the others. */
export async function listSubjects(central: CentralDb): Promise<readonly string[]> {
  const rows = await central
    .select({ id: factories.id })
    .from(factories)
    .where(inArray(factories.state, BACKED_UP))
    .orderBy(factories.createdAt);
  return [CENTRAL, ...rows.map(({ id }) => id)];
}

async function centralVersion({ tenancy }: BackupContext): Promise<number> {
  const text = "select count(distinct substring_index(id, '#', 1)) as version from schema_migrations";
  const [row] = await tenancy.central.source.prepared<{ version: number | string }>(text, []);
  return Number(row?.version ?? 0);
}
