import { bytesToUuid, uuidToBytes } from "@storehouse/db";
import { lockText, unlockText } from "../secret.ts";
import { SECRET_PLACES } from "../secret-places.ts";
import { quoteName } from "./grants.ts";
import type { Provisioner } from "./open-provisioner.ts";
import type { Session } from "./open-session.ts";
import { inSession } from "./scratch-database.ts";

type Adoption = Readonly<{ dbName: string; fromId: string; toId: string }>;

/** Makes what was restored of one factory another's: from here on it can take that one's place. Done before, it does nothing. */
export const adoptDatabase = (provisioner: Provisioner, { dbName, fromId, toId }: Adoption): Promise<void> =>
  inSession(provisioner, (session) =>
    session.run(`update ${quoteName(dbName)}.identity set factory_id = ? where factory_id = ?`, [
      uuidToBytes(toId),
      uuidToBytes(fromId),
    ]),
  );

/** What a factory's database holds that opens for that factory alone. */
const LOCKED = [
  ["webhook_endpoints", "id", "secret", "secret_key_id", SECRET_PLACES.webhook],
  ["webhook_endpoints", "id", "former_secret", "former_secret_key_id", SECRET_PLACES.webhook],
  ["second_factors", "user_id", "secret", "secret_key_id", SECRET_PLACES.secondFactor],
] as const;

/** Locks the secrets of an adopted database, of today's schema, for the factory that it is of now. Throws where a key is gone. */
export const adoptSecrets = (provisioner: Provisioner, adoption: Adoption): Promise<void> =>
  inSession(provisioner, async (session) => {
    await session.run(`USE ${quoteName(adoption.dbName)}`);
    for (const column of LOCKED) await adoptColumn(session, provisioner, { ...adoption, column });
  });

async function adoptColumn(
  session: Session,
  { keys }: Provisioner,
  { fromId, toId, column }: Adoption & Readonly<{ column: (typeof LOCKED)[number] }>,
): Promise<void> {
  const [table, id, secret, keyId, placeOf] = column;
  const rows = await session.rows<{ id: Buffer; secret: string; keyId: string }>(
    `select ${id} as id, ${secret} as secret, ${keyId} as keyId from ${table} where ${secret} is not null`,
  );
  for (const row of rows) {
    const ofRow = bytesToUuid(row.id);
    const text = unlockText(keys, placeOf(fromId, ofRow), { secret: row.secret, secretKeyId: row.keyId });
    if (text === undefined)
      throw new Error(`A secret of the restored factory does not open with the key ${row.keyId}.`);
    const locked = lockText(keys, placeOf(toId, ofRow), text);
    const changes = [locked.secret, locked.secretKeyId, row.id];
    await session.run(`update ${table} set ${secret} = ?, ${keyId} = ? where ${id} = ?`, changes);
  }
}
