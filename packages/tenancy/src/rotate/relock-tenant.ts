import { and, eq, isNotNull, ne, type TenantDb, transaction } from "@storehouse/db";
import { secondFactors, webhookEndpoints } from "@storehouse/db/tenant";
import type { Keys } from "../keys.ts";
import { type LockedSecret, relockText } from "../secret.ts";
import { SECRET_PLACES } from "../secret-places.ts";

type Where = ReturnType<typeof and>;
type Relocking = Readonly<{ factoryId: string; keys: Keys; onPoint: () => void }>;

/** Every column of a factory's database that holds something locked. */
const LOCKED = [
  {
    table: webhookEndpoints,
    id: webhookEndpoints.id,
    secret: webhookEndpoints.secret,
    keyId: webhookEndpoints.secretKeyId,
    save: (tx: TenantDb, locked: LockedSecret, where: Where) => tx.update(webhookEndpoints).set(locked).where(where),
    placeOf: SECRET_PLACES.webhook,
  },
  {
    table: webhookEndpoints,
    id: webhookEndpoints.id,
    secret: webhookEndpoints.formerSecret,
    keyId: webhookEndpoints.formerSecretKeyId,
    save: (tx: TenantDb, { secret, secretKeyId }: LockedSecret, where: Where) =>
      tx.update(webhookEndpoints).set({ formerSecret: secret, formerSecretKeyId: secretKeyId }).where(where),
    placeOf: SECRET_PLACES.webhook,
  },
  {
    table: secondFactors,
    id: secondFactors.userId,
    secret: secondFactors.secret,
    keyId: secondFactors.secretKeyId,
    save: (tx: TenantDb, locked: LockedSecret, where: Where) => tx.update(secondFactors).set(locked).where(where),
    placeOf: SECRET_PLACES.secondFactor,
  },
] as const;

/** Locks a factory's own secrets with the current key, each in a statement of its own, and says how many were locked with an older one. */
export async function relockTenant(db: TenantDb, relocking: Relocking): Promise<number> {
  let relocked = 0;
  for (const column of LOCKED) relocked += await relockColumn(db, relocking, column);
  return relocked;
}

async function relockColumn(
  db: TenantDb,
  { factoryId, keys, onPoint }: Relocking,
  { table, id, secret, keyId, save, placeOf }: (typeof LOCKED)[number],
): Promise<number> {
  const isOld = and(isNotNull(secret), ne(keyId, keys.current.id));
  const rows = await db.select({ id, secret, secretKeyId: keyId }).from(table).where(isOld);
  let relocked = 0;
  for (const row of rows) {
    const old = { secret: row.secret ?? "", secretKeyId: row.secretKeyId ?? "" };
    const locked = relockText(keys, placeOf(factoryId, row.id), old);
    if (locked === undefined) throw new Error(`A secret of the factory does not open with the key ${old.secretKeyId}.`);
    onPoint();
    // Only where the row holds what was read: somebody may have given it another secret meanwhile.
    const isSame = and(eq(id, row.id), eq(secret, old.secret));
    const [done] = await transaction(db, async (tx) => save(tx, locked, isSame));
    relocked += done.affectedRows;
  }
  return relocked;
}
