import { and, asc, type CentralDb, centralTransaction, count, eq, gt, inArray, isNotNull, ne } from "@storehouse/db";
import { backups, factories } from "@storehouse/db/central";
import type { JobFailure } from "@storehouse/domain";
import type { DatabaseAddress } from "../database-url.ts";
import { factoryAddress } from "../factory-address.ts";
import { createFactoryFinder } from "../find-factory.ts";
import { fingerprintOf, type Keys } from "../keys.ts";
import { openDatabase } from "../open-database.ts";
import { briefError } from "../process/brief-error.ts";
import type { Provisioner } from "../provision/open-provisioner.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";
import { relockText } from "../secret.ts";
import { SECRET_PLACES } from "../secret-places.ts";
import { relockCentral } from "./relock-central.ts";
import { relockTenant } from "./relock-tenant.ts";

/** What a rotation came to. With no failures the older keys open nothing any more but `oldBackups` archives. */
export type KeysRotated = Readonly<{
  factories: number;
  secrets: number;
  failures: readonly JobFailure[];
  oldBackups: number;
}>;

export type RotateKeysOptions = Readonly<{
  provisioner: Provisioner;
  centralAddress: DatabaseAddress;
  /** Called before each secret that is about to be locked anew, and before the end. */
  onPoint?: () => void;
  signal?: AbortSignal | undefined;
}>;

type Rotation = RotateKeysOptions & Readonly<{ central: CentralDb; keys: Keys; onPoint: () => void }>;

const PAGE = 200;
const WITH_DATABASE = ["READY", "SUSPENDED", "ARCHIVED"];

/**
 * Locks every secret that an older key has locked with the current one, row by row: each row opens at any moment, with the key that
 * it names. Killed, it goes on with what is left; a factory that fails keeps its older key and stops no other.
 */
export async function rotateKeys(options: RotateKeysOptions): Promise<KeysRotated> {
  const { provisioner, onPoint = () => undefined } = options;
  const { central, keys } = provisioner;
  const rotation: Rotation = { ...options, central, keys, onPoint };
  const totals = { factories: 0, secrets: 0 };
  const failures: JobFailure[] = [];
  for await (const { id, dbName, state } of eachFactory(central)) {
    options.signal?.throwIfAborted();
    try {
      // Its database is being changed for another: its secrets are locked anew at the next attempt.
      if (state === "RESTORING" || state === "MOVING") throw new Error("It is being restored or moved.");
      totals.secrets += await rotateFactory(rotation, id, WITH_DATABASE.includes(state));
      totals.factories += 1;
    } catch (error) {
      failures.push({ factory: dbName, error: briefError(error) });
    }
  }
  const rest = await relockCentral(central, keys, onPoint);
  totals.secrets += rest.secrets;
  failures.push(...rest.failures);
  onPoint();
  if (failures.length === 0) await moveOwnership(provisioner);
  const detail = { keyId: keys.current.id, ...totals, failed: failures.length };
  if (totals.secrets > 0)
    await recordPlatformEvent(central, { actor: "operator", action: "keys.rotate", factoryId: null, detail });
  return { ...totals, failures, oldBackups: await countOldBackups(rotation) };
}

async function rotateFactory(rotation: Rotation, id: string, hasDatabase: boolean): Promise<number> {
  const { central, keys, centralAddress: address, onPoint } = rotation;
  const own = await relockFactory(rotation, id);
  if (!hasDatabase) return own;
  const factory = await createFactoryFinder(central, 1).byId(id);
  if (factory === undefined) return own;
  const { db, close } = openDatabase(factoryAddress({ central: address, keys }, factory));
  try {
    return own + (await relockTenant(db, { factoryId: id, keys, onPoint }));
  } finally {
    await close();
  }
}

/** Only if nobody has given it another password meanwhile. */
async function relockFactory({ central, keys, onPoint }: Rotation, id: string): Promise<number> {
  const [row] = await central
    .select({ secret: factories.secret, secretKeyId: factories.secretKeyId })
    .from(factories)
    .where(and(eq(factories.id, id), isNotNull(factories.secret), ne(factories.secretKeyId, keys.current.id)));
  const { secret, secretKeyId } = row ?? {};
  if (!secret || !secretKeyId) return 0;
  const relocked = relockText(keys, SECRET_PLACES.factory(id), { secret, secretKeyId });
  if (relocked === undefined) throw new Error(`Its secret does not open with the key ${secretKeyId}.`);
  onPoint();
  const [done] = await centralTransaction(central, (tx) =>
    tx
      .update(factories)
      .set(relocked)
      .where(and(eq(factories.id, id), eq(factories.secret, secret))),
  );
  return done.affectedRows;
}

async function* eachFactory(
  central: CentralDb,
): AsyncGenerator<Readonly<{ id: string; dbName: string; state: string }>> {
  for (let after: string | undefined; ; ) {
    const page = await central
      .select({ id: factories.id, dbName: factories.dbName, state: factories.state })
      .from(factories)
      .where(and(isNotNull(factories.secret), after === undefined ? undefined : gt(factories.id, after)))
      .orderBy(asc(factories.id))
      .limit(PAGE);
    yield* page;
    after = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}

/** The central database is known by the fingerprint of a key: of the one that stays. */
async function moveOwnership({ central, keys }: Provisioner): Promise<void> {
  const text = "update installation set key_fingerprint = ? where id = 1";
  await central.source.prepared(text, [fingerprintOf(keys.current)]);
}

/** Archives can't be locked anew; the older keys are needed until these have been cleaned up. */
async function countOldBackups({ central, keys }: Rotation): Promise<number> {
  const [row] = await central
    .select({ total: count() })
    .from(backups)
    .where(
      and(
        inArray(backups.state, ["STORED", "VERIFIED"]),
        isNotNull(backups.fileName),
        ne(backups.keyId, keys.current.id),
      ),
    );
  return row?.total ?? 0;
}
