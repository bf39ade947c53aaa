import { and, type CentralDb, centralTransaction, eq, isNotNull, ne } from "@storehouse/db";
import { operators, sideCopies } from "@storehouse/db/central";
import type { JobFailure } from "@storehouse/domain";
import type { Keys } from "../keys.ts";
import { copySecretPlace } from "../open-side-copy.ts";
import { type LockedSecret, relockText } from "../secret.ts";
import { SECRET_PLACES } from "../secret-places.ts";

type Where = ReturnType<typeof and>;

/** Every column of the central database that holds something locked, but for the factories' own. */
const LOCKED = [
  {
    // The passwords of those who read side copies.
    name: "side copy",
    table: sideCopies,
    placeOf: copySecretPlace,
    save: (tx: CentralDb, locked: LockedSecret, where: Where) => tx.update(sideCopies).set(locked).where(where),
  },
  {
    // What the operators' phones make codes from.
    name: "operator",
    table: operators,
    placeOf: SECRET_PLACES.operator,
    save: (tx: CentralDb, locked: LockedSecret, where: Where) => tx.update(operators).set(locked).where(where),
  },
] as const;

export type CentralRelocked = Readonly<{ secrets: number; failures: readonly JobFailure[] }>;

/** Locks those with the current key, each in a statement of its own; one that does not open is told and stops no other. */
export async function relockCentral(central: CentralDb, keys: Keys, onPoint: () => void): Promise<CentralRelocked> {
  const failures: JobFailure[] = [];
  let secrets = 0;
  for (const { name, table, placeOf, save } of LOCKED) {
    const { id, secret, secretKeyId } = table;
    const isOld = and(isNotNull(secret), ne(secretKeyId, keys.current.id));
    for (const row of await central.select({ id, secret, secretKeyId }).from(table).where(isOld)) {
      const old = { secret: row.secret ?? "", secretKeyId: row.secretKeyId ?? "" };
      const locked = relockText(keys, placeOf(row.id), old);
      if (locked === undefined) {
        failures.push({
          factory: `${name} ${row.id}`,
          error: `Its secret does not open with the key ${old.secretKeyId}.`,
        });
        continue;
      }
      onPoint();
      // Only where the row holds what was read: somebody may have given it another secret meanwhile.
      const isSame = and(eq(id, row.id), eq(secret, old.secret));
      const [done] = await centralTransaction(central, (tx) => save(tx, locked, isSame));
      secrets += done.affectedRows;
    }
  }
  return { secrets, failures };
}
