import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { randomBytes } from "node:crypto";
import type { Keys } from "../keys.ts";
import { lockSecret, unlockSecret } from "../secret.ts";
import { accountName, grantStatements, quoteText } from "./grants.ts";
import type { Session } from "./open-session.ts";
import { changeUnderLease, type Claim } from "./registration-lease.ts";

type Owner = Readonly<{ factoryId: string; dbName: string; dbUser: string }>;

/** The password of the factory's own user: the one kept from an earlier attempt, else a new one that is kept before it is used. */
export async function keepPassword(claim: Claim, keys: Keys): Promise<string> {
  const { central, factoryId } = claim;
  const [row] = await central
    .select({ secret: factories.secret, secretKeyId: factories.secretKeyId })
    .from(factories)
    .where(eq(factories.id, factoryId));
  const { secret, secretKeyId } = row ?? {};
  if (secret && secretKeyId) return unlockSecret(keys, factoryId, { secret, secretKeyId });

  const password = randomBytes(24).toString("base64url");
  await changeUnderLease(claim, { factory: lockSecret(keys, factoryId, password) });
  return password;
}

/** Makes the factory's user, or gives the one of an earlier attempt its password. It may do nothing yet. */
export async function createOwnUser(session: Session, { dbUser }: Owner, password: string): Promise<void> {
  const account = accountName(dbUser);
  await session.run(`CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY ${quoteText(password)}`);
  await session.run(`ALTER USER ${account} IDENTIFIED BY ${quoteText(password)}`);
}

/** Gives the factory's user its rights; to be run again whenever the schema has got new tables. */
export async function grantOwnUser(session: Session, { dbName, dbUser }: Omit<Owner, "factoryId">): Promise<void> {
  await session.run(grantStatements(dbName, dbUser).join(";\n"));
}
