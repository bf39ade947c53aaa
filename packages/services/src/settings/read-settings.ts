import { eq, type ReadDb } from "@storehouse/db";
import { identity, settings } from "@storehouse/db/tenant";

/** What is kept of a factory's settings, and whose they are. */
export type StoredSettings = Awaited<ReturnType<typeof readSettings>>;

const columns = {
  factoryId: identity.factoryId,
  timeZone: settings.timeZone,
  currency: settings.currency,
  numberFormat: settings.numberFormat,
  dateFormat: settings.dateFormat,
  minimumRule: settings.minimumRule,
  closedThrough: settings.closedThrough,
  version: settings.version,
};

/** Reads the settings. */
export async function readSettings(db: ReadDb) {
  const [row] = await selectSettings(db);
  if (row === undefined) throw new Error("the factory has no settings");
  return row;
}

/** Reads the settings and locks them: every posting reads them under a shared lock, so none is half-way when this returns. */
export async function lockSettings(db: ReadDb): Promise<StoredSettings> {
  await db.select({ id: settings.id }).from(settings).where(eq(settings.id, 1)).for("update");
  return readSettings(db);
}

const selectSettings = (db: ReadDb) =>
  db.select(columns).from(settings).innerJoin(identity, eq(settings.id, 1)).limit(1);
