import { and, type CentralDb, centralTransaction, eq, inArray, isNotNull, isNull, lt, type SQL } from "@storehouse/db";
import { factories } from "@storehouse/db/central";

/** A factory as the migrator sees it. */
export type MigratedFactory = Readonly<{ id: string; dbName: string; dbUser: string; schemaVersion: number }>;

/** Which factories are to be brought up to date: one by name, those in quarantine, or all that are not. */
export type MigrationScope = Readonly<{ dbName?: string | undefined; isQuarantined?: boolean | undefined }>;

const COLUMNS = {
  id: factories.id,
  dbName: factories.dbName,
  dbUser: factories.dbUser,
  schemaVersion: factories.schemaVersion,
};

/** The factories whose schema is older than the version, the oldest sign-up first, found by one query; archived ones too, which may be opened again. */
export async function listStale(
  central: CentralDb,
  version: number,
  { dbName, isQuarantined = false }: MigrationScope = {},
): Promise<readonly MigratedFactory[]> {
  const isChosen: SQL | undefined = dbName === undefined ? quarantine(isQuarantined) : eq(factories.dbName, dbName);
  return central
    .select(COLUMNS)
    .from(factories)
    .where(
      and(inArray(factories.state, ["READY", "SUSPENDED", "ARCHIVED"]), lt(factories.schemaVersion, version), isChosen),
    )
    .orderBy(factories.createdAt);
}

/** Lets a factory out of quarantine whose schema is that of the version, with nothing left to migrate. */
export async function liftQuarantine(central: CentralDb, dbName: string, version: number): Promise<void> {
  const isIt = and(eq(factories.dbName, dbName), eq(factories.schemaVersion, version));
  await centralTransaction(central, (tx) => tx.update(factories).set({ quarantineReason: null }).where(isIt));
}

const quarantine = (isQuarantined: boolean): SQL =>
  isQuarantined ? isNotNull(factories.quarantineReason) : isNull(factories.quarantineReason);
