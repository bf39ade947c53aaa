import { eq, gt, and, sql } from "@storehouse/db";
import { products, stockLevels, variants } from "@storehouse/db/tenant";
import {
  type Dashboard,
  lastDays,
  type LocalDay,
  MOVEMENT_DAYS,
  moneyText,
  SALES_DAYS,
  trimDecimal,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { listEntries } from "../inventory/list-entries.ts";
import { sumValue } from "../inventory/sum-value.ts";
import { inPlaces } from "../place-scope.ts";
import { countMovements } from "./count-movements.ts";
import { findFactoryDay } from "./factory-day.ts";
import { countLow, findLow } from "./find-low.ts";
import { findSellers } from "./find-sellers.ts";
import { atPlaces, TYPE_INDEX, UNDONE, undoneFrom } from "./standing.ts";

const LATEST = 8;

/**
 * What a factory looks at first (product.md, Factory dashboard): what stock cost, what runs short, what was booked and made today, the movements of
 * seven days, what sold most in thirty, and the latest entries; of the actor's places alone. Nothing is kept between calls. Throws NOT_ALLOWED.
 */
export async function getDashboard(ctx: TenantContext): Promise<Dashboard> {
  authorize(ctx, "inventory.read");
  const { db } = ctx;
  const { timeZone, currency } = await findFactoryDay(db);
  const days = lastDays(ctx.now(), timeZone, MOVEMENT_DAYS);
  const [since, today] = [lastDays(ctx.now(), timeZone, SALES_DAYS)[0], days.at(-1)];
  if (since === undefined || today === undefined) throw new Error("there are days");
  const movements = await countMovements(ctx, days);
  const counts = movements.at(-1)?.counts;
  const { low, out } = await countLow(ctx);
  return {
    currency,
    timeZone,
    today: today.day,
    ...(await sumStock(ctx)),
    lowProducts: low,
    outProducts: out,
    bookedToday: Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0),
    madeToday: counts?.made ?? 0,
    madeValueToday: await sumMade(ctx, today),
    movements,
    sellers: await findSellers(ctx, since.from, today.until),
    sellersSince: since.day,
    low: await findLow(ctx),
    latest: (await listEntries(ctx, { limit: LATEST, direction: "desc", reference: null })).rows,
  };
}

/** What is archived has nothing left: that is asked before it is archived. */
async function sumStock(ctx: TenantContext): Promise<Pick<Dashboard, "stockValue" | "stockedProducts">> {
  const { places } = ctx.actor;
  const [row] = await ctx.db
    .select({ stocked: sql<number | string>`count(distinct ${variants.productId})` })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(and(gt(stockLevels.onHand, "0"), inPlaces(ctx, stockLevels.locationId)));
  const value = await sumValue(ctx.db, places === null ? undefined : [...places], eq(products.isArchived, 0));
  return { stockValue: moneyText(value), stockedProducts: Number(row?.stocked ?? 0) };
}

async function sumMade(ctx: TenantContext, { from, until }: LocalDay): Promise<string> {
  const places = atPlaces(ctx);
  const [row] = await ctx.db.source.prepared<{ value: string | null }>(
    `select sum(e.value) as value from inventory_entries e force index (${TYPE_INDEX})
     where e.type = 'manufacturing_in' and e.occurred_at >= ? and e.occurred_at < ? and not ${UNDONE} ${places.text}`,
    [from, until, undoneFrom(from), ...places.params],
  );
  return trimDecimal(row?.value ?? "0");
}
