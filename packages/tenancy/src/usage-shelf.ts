import { and, asc, type CentralDb, centralTransaction, eq, gte, sql } from "@storehouse/db";
import { usageDays } from "@storehouse/db/central";
import type { UsageDay } from "@storehouse/domain";

/** The measured days of one factory, kept in the central database. */
export type UsageShelf = Readonly<{
  since: (day: string) => Promise<readonly UsageDay[]>;
  save: (days: readonly UsageDay[]) => Promise<void>;
}>;

/** Opens the shelf of a factory. */
export const usageShelf = (central: CentralDb, factoryId: string): UsageShelf => ({
  since: async (day) => {
    const rows = await central
      .select()
      .from(usageDays)
      .where(and(eq(usageDays.factoryId, factoryId), gte(usageDays.day, day)))
      .orderBy(asc(usageDays.day));
    return rows.map(({ factoryId: _, measuredAt, ...row }) => ({ ...row, measuredAt: measuredAt.toISOString() }));
  },
  save: async (days) => {
    if (days.length === 0) return;
    const rows = days.map((one) => ({ ...one, factoryId, measuredAt: new Date(one.measuredAt) }));
    await centralTransaction(central, (db) =>
      db
        .insert(usageDays)
        .values(rows)
        .onDuplicateKeyUpdate({
          set: {
            logins: valueOf("logins"),
            people: valueOf("people"),
            writes: valueOf("writes"),
            entries: valueOf("entries"),
            databaseBytes: sql`coalesce(values(database_bytes), database_bytes)`,
            measuredAt: valueOf("measured_at"),
          },
        }),
    );
  },
});

const valueOf = (column: string) => sql`values(${sql.identifier(column)})`;
