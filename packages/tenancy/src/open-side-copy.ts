import { and, eq, isNull } from "@storehouse/db";
import { factories, sideCopies } from "@storehouse/db/central";
import { brandSideCopyDb, type SideCopyDb } from "@storehouse/db/tenant-db";
import { fail } from "@storehouse/domain";
import type { Central } from "./central.ts";
import { placeOf } from "./factory-address.ts";
import { toConnectFailure } from "./connection-failure.ts";
import type { DatabaseAddress } from "./database-url.ts";
import type { Keys } from "./keys.ts";
import type { Registry } from "./registry.ts";
import { unlockText } from "./secret.ts";

/** A side copy for as long as a request looks at it. */
export type OpenSideCopy = Readonly<{ db: SideCopyDb; release: () => void }>;

type Parts = Readonly<{ central: Central; registry: Registry; keys: Keys }>;
type Row = typeof sideCopies.$inferSelect;
/** A copy is beside its factory: no move is made while there is one. */
type Place = Readonly<{ host: string; port: number }>;

const CONNECTIONS = 2;

// No factory's name may begin so (the domain's rule for names at sign-up).
const PREFIX = "storehouse_copy_";

/** The database of a side copy, told by the copy's id. */
export const copyNameOf = (copyId: string): string => `${PREFIX}${copyId.replaceAll("-", "")}`;

/** Where a side copy's secret is locked for. */
export const copySecretPlace = (copyId: string): string => `side_copies.secret:${copyId}`;

/** Opens a side copy of this factory and of no other. Throws NOT_FOUND, WRONG_STATE, BUSY, UNAVAILABLE. */
export async function openSideCopy(parts: Parts, factoryId: string, copyId: string): Promise<OpenSideCopy> {
  const [found] = await parts.central.db
    .select({ row: sideCopies, place: { host: factories.host, port: factories.port } })
    .from(sideCopies)
    .innerJoin(factories, eq(factories.id, sideCopies.factoryId))
    .where(and(eq(sideCopies.id, copyId), eq(sideCopies.factoryId, factoryId), isNull(sideCopies.originId)));
  if (found === undefined) return fail({ code: "NOT_FOUND", entity: "sideCopy", id: copyId });
  const { row, place } = found;
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
    address: () => addressOf(parts, row, place),
  });
  return { db: brandSideCopyDb(db), release };
}

function addressOf({ central, keys }: Parts, row: Row, place: Place): DatabaseAddress {
  const { id, dbName, dbUser, secret, secretKeyId } = row;
  const password =
    secret === null || secretKeyId === null
      ? undefined
      : unlockText(keys, copySecretPlace(id), { secret, secretKeyId });
  if (dbUser === null || password === undefined)
    throw toConnectFailure(new Error(`Side copy ${id} is ready and its secret can't be opened.`));
  return { ...placeOf(central.address, place), user: dbUser, password, database: dbName };
}
