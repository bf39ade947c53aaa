import { and, eq, isNull } from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import { brandSideCopyDb, type SideCopyDb } from "@storehouse/db/tenant-db";
import { fail } from "@storehouse/domain";
import type { Central } from "./central.ts";
import { toConnectFailure } from "./connection-failure.ts";
import type { DatabaseAddress } from "./database-url.ts";
import type { Keys } from "./keys.ts";
import type { Registry } from "./registry.ts";
import { unlockText } from "./secret.ts";

/** A side copy for as long as a request looks at it. */
export type OpenSideCopy = Readonly<{ db: SideCopyDb; release: () => void }>;

type Parts = Readonly<{ central: Central; registry: Registry; keys: Keys }>;
type Row = typeof sideCopies.$inferSelect;

const CONNECTIONS = 2;

// No factory's name may begin so (the domain's rule for names at sign-up).
const PREFIX = "storehouse_copy_";

/** The database of a side copy, told by the copy's id. */
export const copyNameOf = (copyId: string): string => `${PREFIX}${copyId.replaceAll("-", "")}`;

/** Where a side copy's secret is locked for. */
export const copySecretPlace = (copyId: string): string => `side_copies.secret:${copyId}`;

/** Opens a side copy of this factory and of no other. Throws NOT_FOUND, WRONG_STATE, BUSY, UNAVAILABLE. */
export async function openSideCopy(parts: Parts, factoryId: string, copyId: string): Promise<OpenSideCopy> {
  const [row] = await parts.central.db
    .select()
    .from(sideCopies)
    .where(and(eq(sideCopies.id, copyId), eq(sideCopies.factoryId, factoryId), isNull(sideCopies.originId)));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "sideCopy", id: copyId });
  if (row.state !== "READY") {
    parts.registry.retire(copyId);
    return fail({ code: "WRONG_STATE", entity: "sideCopy", id: copyId, state: row.state });
  }
  const { db, release } = await parts.registry.open({
    factoryId,
    copyId,
    dbName: row.dbName,
    credentialVersion: 0,
    limit: CONNECTIONS,
    address: () => addressOf(parts, row),
  });
  return { db: brandSideCopyDb(db), release };
}

function addressOf({ central, keys }: Parts, { id, dbName, dbUser, secret, secretKeyId }: Row): DatabaseAddress {
  const password =
    secret === null || secretKeyId === null
      ? undefined
      : unlockText(keys, copySecretPlace(id), { secret, secretKeyId });
  if (dbUser === null || password === undefined)
    throw toConnectFailure(new Error(`Side copy ${id} is ready and its secret can't be opened.`));
  const { host, port, socketPath } = central.address;
  return { host, port, socketPath, user: dbUser, password, database: dbName };
}
