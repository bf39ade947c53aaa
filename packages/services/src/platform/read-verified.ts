import { and, type CentralDb, eq, inArray, max } from "@storehouse/db";
import { backups } from "@storehouse/db/central";

/** When the data of each factory's latest verified backup is of, by factory. */
export async function readVerified(
  central: CentralDb,
  factoryIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (factoryIds.length === 0) return new Map();
  const rows = await central
    .select({ subject: backups.subject, at: max(backups.startedAt) })
    .from(backups)
    .where(and(inArray(backups.subject, [...factoryIds]), eq(backups.state, "VERIFIED")))
    .groupBy(backups.subject);
  return new Map(rows.flatMap(({ subject, at }) => (at === null ? [] : [[subject, at] as const])));
}
