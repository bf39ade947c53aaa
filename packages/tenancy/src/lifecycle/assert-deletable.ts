import { type CentralDb, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { deletableFrom, fail } from "@storehouse/domain";

/** A factory that is to be deleted, and its name as somebody typed it. */
export type Deletion = Readonly<{ factoryId: string; typedName: string }>;

/**
 * Refuses the deletion of a factory unless its name was typed, it is archived, and its days are over by the database's own clock.
 * Throws NOT_FOUND, INVALID at `typedName`, WRONG_STATE.
 */
export async function assertDeletable(central: CentralDb, { factoryId, typedName }: Deletion): Promise<void> {
  const [row] = await central
    .select({
      dbName: factories.dbName,
      state: factories.state,
      archivedAt: factories.archivedAt,
      now: sql<number | string>`unix_timestamp(utc_timestamp(3))`,
    })
    .from(factories)
    .where(eq(factories.id, factoryId));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  const { dbName, state, archivedAt, now } = row;
  if (typedName !== dbName) fail({ code: "INVALID", field: "typedName", reason: "NAME_DIFFERS" });
  if (state === "DELETING") return;
  if (state !== "ARCHIVED" || archivedAt === null) fail({ code: "WRONG_STATE", entity: "factory", id: dbName, state });
  if (deletableFrom(archivedAt).getTime() > Number(now) * 1_000)
    fail({ code: "INVALID", field: "typedName", reason: "TOO_EARLY" });
}
