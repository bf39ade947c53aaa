import { and, type CentralDb, centralTransaction, eq, inArray, sql } from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import type { SideCopyState } from "@storehouse/domain";

export type CopyRecord = typeof sideCopies.$inferSelect;
type Changes = Partial<typeof sideCopies.$inferInsert> | Record<string, unknown>;

/** By the database's clock. */
export const NOW = sql`utc_timestamp(3)`;
export const inHours = (hours: number) => sql`utc_timestamp(3) + interval ${hours} hour`;

/** Changes one side copy if it is still in one of the states; false when it is not, and another has gone on with it. */
export async function changeCopy(
  central: CentralDb,
  { id, states }: Readonly<{ id: string; states: readonly SideCopyState[] }>,
  changes: Changes,
): Promise<boolean> {
  const [result] = await centralTransaction(central, (tx) =>
    tx
      .update(sideCopies)
      .set(changes)
      .where(and(eq(sideCopies.id, id), inArray(sideCopies.state, [...states]))),
  );
  return result.affectedRows === 1;
}

/** Reads one side copy. */
export async function findCopy(central: CentralDb, id: string): Promise<CopyRecord | undefined> {
  const [row] = await central.select().from(sideCopies).where(eq(sideCopies.id, id));
  return row;
}
