import { count, eq, isNull, sql } from "@storehouse/db";
import { countLocks, locations, products, users } from "@storehouse/db/tenant";
import { type Counted, fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

type Adding = Readonly<Partial<Record<Counted, number>>>;

const RETRY_SECONDS = 60;
// Whoever needs two locks takes them in this order.
const ORDER: readonly Counted[] = ["locations", "products", "users"];

/**
 * Refuses with LIMIT_REACHED when the factory's plan has no room for so many more. To be called in the transaction that adds them, before it does: the lock
 * is held until the commit. What is out of use is not counted. Throws UNAVAILABLE where the plan can't be read.
 */
export function assertRoom(ctx: TenantContext, adding: Adding): Promise<void> {
  return check(ctx, adding, (used) => used);
}

/** As `assertRoom`, for a transaction that has added them already: one that takes long should not keep others waiting from its beginning. */
export function assertWithin(ctx: TenantContext, added: Adding): Promise<void> {
  return check(ctx, added, (used, more) => used - more);
}

async function check(
  ctx: TenantContext,
  adding: Adding,
  usedBefore: (counted: number, more: number) => number,
): Promise<void> {
  for (const counted of ORDER) {
    const more = adding[counted] ?? 0;
    if (more <= 0) continue;
    if (ctx.allowance === null) fail({ code: "UNAVAILABLE", retryAfterSeconds: RETRY_SECONDS });
    const allowed = ctx.allowance.limits[counted];
    if (allowed === null) continue;
    await ctx.db
      .insert(countLocks)
      .values({ counted })
      .onDuplicateKeyUpdate({ set: { counted: sql`counted` } });
    const used = usedBefore(await countUsed(ctx, counted), more);
    if (used + more > allowed) fail({ code: "LIMIT_REACHED", limit: counted, used, allowed });
  }
}

/** How many of what a plan counts are in use. */
export async function countUsed({ db }: TenantContext, counted: Counted): Promise<number> {
  const [row] = await COUNT[counted](db);
  return row?.used ?? 0;
}

type Db = TenantContext["db"];
const COUNT = {
  users: (db: Db) => db.select({ used: count() }).from(users).where(eq(users.isActive, true)),
  products: (db: Db) => db.select({ used: count() }).from(products).where(eq(products.isArchived, 0)),
  locations: (db: Db) => db.select({ used: count() }).from(locations).where(isNull(locations.archivedAt)),
} as const satisfies Record<Counted, unknown>;
