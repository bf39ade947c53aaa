import { and, countDistinct, eq, gt } from "@storehouse/db";
import { stockLevels, variantStock } from "@storehouse/db/tenant";
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
  // One after the other they would be waited for as long as all together; more at once would take connections that others wait for.
  const [[movements, madeValueToday], sellers, standing] = await Promise.all([
    (async () => [await countMovements(ctx, days), await sumMade(ctx, today)] as const)(),
    findSellers(ctx, since.from, today.until),
    findStanding(ctx),
  ]);
  const counts = movements.at(-1)?.counts;
  return {
    currency,
    timeZone,
    today: today.day,
    ...standing,
    bookedToday: Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0),
    madeToday: counts?.made ?? 0,
    madeValueToday,
    movements,
    sellers,
    sellersSince: since.day,
  };
}

/** How things stand now: what there is, what is short, what came last. */
async function findStanding(ctx: TenantContext) {
  const stock = await sumStock(ctx);
  const { low: lowProducts, out: outProducts } = await countLow(ctx);
  const low = await findLow(ctx);
  const latest = (await listEntries(ctx, { limit: LATEST, direction: "desc", reference: null })).rows;
  return { ...stock, lowProducts, outProducts, low, latest };
}

/** What is archived has nothing left: that is asked before it is archived. */
async function sumStock(ctx: TenantContext): Promise<Pick<Dashboard, "stockValue" | "stockedProducts">> {
  const { places } = ctx.actor;
  const stocked = places === null ? await countStocked(ctx) : await countStockedThere(ctx);
  const value = await sumValue(ctx.db, places === null ? undefined : [...places], undefined);
  return { stockValue: moneyText(value), stockedProducts: stocked };
}

async function countStocked({ db }: TenantContext): Promise<number> {
  const [row] = await db
    .select({ stocked: countDistinct(variantStock.productId) })
    .from(variantStock)
    .where(gt(variantStock.onHand, "0"));
  return row?.stocked ?? 0;
}

async function countStockedThere(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.db
    .select({ stocked: countDistinct(variantStock.productId) })
    .from(stockLevels)
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .where(and(gt(stockLevels.onHand, "0"), inPlaces(ctx, stockLevels.locationId)));
  return row?.stocked ?? 0;
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
