import { and, count, countDistinct, eq, gte, lt, sql } from "@storehouse/db";
import { auditLog, inventoryEntries } from "@storehouse/db/tenant";
import { addDays, dayIn, endOfDay, startOfDay, USAGE_DAYS, type UsageDay } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { readSettings } from "../settings/read-settings.ts";
import type { UsagePorts } from "./ports.ts";

/**
 * Measures how much the factory was used since it was last measured, thirty days back at the most, from its own tables; the last day measured is measured again, as it
 * may not have been over. Run twice, it says the same. Answers with how many days it measured.
 */
export async function measureUsage(ctx: TenantContext, usage: UsagePorts): Promise<{ days: number }> {
  const { timeZone } = await readSettings(ctx.db);
  const today = dayIn(timeZone, ctx.now());
  const first = addDays(today, 1 - USAGE_DAYS);
  const known = (await usage.since(first)).at(-1)?.day;
  const days: UsageDay[] = [];
  for (let day = known ?? first; day <= today; day = addDays(day, 1)) {
    const databaseBytes = day === today ? await measureBytes(ctx) : null;
    const measuredAt = ctx.now().toISOString();
    days.push({ day, ...(await measureDay(ctx, timeZone, day)), databaseBytes, measuredAt });
  }
  await usage.save(days);
  return { days: days.length };
}

async function measureDay({ db }: TenantContext, timeZone: string, day: string) {
  const [from, to] = [startOfDay(timeZone, day), endOfDay(timeZone, day)];
  const isLogin = sql`${auditLog.action} = 'auth.login'`;
  const [audit] = await db
    .select({
      lines: count(),
      logins: sql<string | null>`sum(${isLogin})`,
      people: countDistinct(sql`case when ${auditLog.actorKind} = 'user' then ${auditLog.actorId} end`),
    })
    .from(auditLog)
    .where(and(gte(auditLog.at, from), lt(auditLog.at, to)));
  const { occurredAt } = inventoryEntries;
  const [booked] = await db
    .select({ entries: count() })
    .from(inventoryEntries)
    .where(and(gte(occurredAt, from), lt(occurredAt, to)));
  const logins = Number(audit?.logins ?? 0);
  return { logins, people: audit?.people ?? 0, writes: (audit?.lines ?? 0) - logins, entries: booked?.entries ?? 0 };
}

async function measureBytes({ db }: TenantContext): Promise<number> {
  const [row] = await db
    .select({ bytes: sql<string | null>`sum(data_length + index_length)` })
    .from(sql`information_schema.tables`)
    .where(eq(sql`table_schema`, sql`database()`));
  return Number(row?.bytes ?? 0);
}
