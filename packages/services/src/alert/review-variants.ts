import { and, asc, eq, inArray, NO_LOT } from "@storehouse/db";
import {
  alerts,
  locationMinimums,
  locations,
  products,
  stockLevels,
  variantStock,
  variants,
} from "@storehouse/db/tenant";
import { conditionsOf, type MinimumRule, NO_CONDITIONS, quantityOf, type StockLimits } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { readSettings } from "../settings/read-settings.ts";
import { settleAlerts, type StockFinding } from "./settle-alerts.ts";

/**
 * Decides anew what the stock of these variants says, over all places and at each that has a minimum, and settles their alerts: after a limit was
 * changed, a variant or place archived or taken back, and nightly. Locks the totals, in the order of the ids, as every posting does.
 */
export async function reviewVariants(ctx: TenantContext, variantIds: readonly string[]): Promise<void> {
  for (const ids of chunksOf([...new Set(variantIds)].sort())) {
    const rows = await lockTotals(ctx, ids);
    // Under the lock: who changes the rule locks all totals first.
    const { minimumRule: rule } = await readSettings(ctx.db);
    const totals = new Map(rows.map((row) => [row.variantId, toTotal(row, rule)]));
    const found = [...totals.values()].map(({ finding }) => finding);
    await settleAlerts(ctx, [...found, ...(await findAtPlaces(ctx, ids, totals, rule))], null);
  }
}

type Total = Readonly<{ isArchived: boolean; finding: StockFinding }>;

const lockTotals = ({ db }: TenantContext, ids: string[]) =>
  db
    .select({
      variantId: variantStock.variantId,
      onHand: variantStock.onHand,
      sequence: variantStock.sequence,
      minimum: variants.minimumStock,
      maximum: variants.maximumStock,
      archivedAt: variants.archivedAt,
      isArchived: products.isArchived,
    })
    .from(variantStock)
    .innerJoin(variants, eq(variants.id, variantStock.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(variantStock.variantId, ids))
    .orderBy(asc(variantStock.variantId))
    .for("update");

type LockedTotal = Awaited<ReturnType<typeof lockTotals>>[number];

function toTotal(row: LockedTotal, rule: MinimumRule): Total {
  const isArchived = row.archivedAt !== null || row.isArchived === 1;
  const limits = { minimum: limitOf(row.minimum), maximum: limitOf(row.maximum), rule };
  // What was never booked has not run out.
  const isOff = isArchived || row.sequence === 0;
  return { isArchived, finding: find(row.variantId, null, quantityOf(row.onHand), limits, isOff) };
}

/** At every place with a minimum, and where an alert is open without one. */
async function findAtPlaces(
  { db }: TenantContext,
  ids: string[],
  totals: ReadonlyMap<string, Total>,
  rule: MinimumRule,
): Promise<readonly StockFinding[]> {
  const { variantId, locationId, minimum } = locationMinimums;
  const wanted = await db
    .select({ variantId, locationId, minimum, archivedAt: locations.archivedAt, onHand: stockLevels.onHand })
    .from(locationMinimums)
    .innerJoin(locations, eq(locations.id, locationId))
    .leftJoin(
      stockLevels,
      and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, locationId), eq(stockLevels.lotId, NO_LOT)),
    )
    .where(inArray(variantId, ids));
  const open = await db
    .select({ variantId: alerts.variantId, locationId: alerts.locationId })
    .from(alerts)
    .where(and(inArray(alerts.variantId, ids), eq(alerts.isOpen, 1), inArray(alerts.kind, ["OUT", "LOW"])));

  const found = wanted.map((row) => {
    const isOff = row.archivedAt !== null || totals.get(row.variantId)?.isArchived !== false;
    const limits = { minimum: limitOf(row.minimum), maximum: undefined, rule };
    return find(row.variantId, row.locationId, quantityOf(row.onHand ?? "0"), limits, isOff);
  });
  const known = new Set(found.map((one) => `${one.variantId}/${one.locationId}`));
  const left = open.filter((one) => one.locationId !== null && !known.has(`${one.variantId}/${one.locationId}`));
  const off = left.map((one) => find(one.variantId, one.locationId, 0n, NO_LIMITS, true));
  return [...found, ...off];
}

const NO_LIMITS: StockLimits = { minimum: undefined, maximum: undefined, rule: "atOrBelow" };

const find = (
  variantId: string,
  locationId: string | null,
  onHand: bigint,
  limits: StockLimits,
  isOff: boolean,
): StockFinding => ({
  variantId,
  locationId,
  onHand,
  limits,
  conditions: isOff ? NO_CONDITIONS : conditionsOf(onHand, limits),
});

const limitOf = (text: string | null): bigint | undefined => (text === null ? undefined : quantityOf(text));
