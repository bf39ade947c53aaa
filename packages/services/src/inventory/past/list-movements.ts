import { and, eq, gt, gte, inArray, lt, lte, notInArray, type SQL, sql } from "@storehouse/db";
import { inventoryEntries, variants } from "@storehouse/db/tenant";
import { type ListMovementsInput, type MovementRow, type Page, quantityOf, quantityText } from "@storehouse/domain";
import { authorize, type TenantContext } from "../../context.ts";
import { inPlaces } from "../../place-scope.ts";
import { findPastVariants, pastPage } from "./past-page.ts";

/**
 * What was there of each variant before a period, what came in and went out in it, and what was there after it: closing = opening + in - out,
 * by product, a page at a time. Moves between places count only where a place is asked for. Variants without stock or movement are not shown.
 * Throws NOT_ALLOWED, INVALID for a cursor no page handed out.
 */
export async function listMovements(ctx: TenantContext, input: ListMovementsInput): Promise<Page<MovementRow>> {
  authorize(ctx, "inventory.read");
  const until = new Date(input.to);
  return pastPage(ctx, { input, until }, async (productIds) => {
    const named = new Map((await findPastVariants(ctx, productIds)).map((row) => [row.variantId, row]));
    const rows = await selectMovements(ctx, input, inArray(variants.productId, [...productIds]));
    return rows.flatMap(({ variantId, ...sums }): MovementRow[] => {
      const variant = named.get(variantId);
      const [opening, cameIn, wentOut] = [quantityOf(sums.opening), quantityOf(sums.cameIn), quantityOf(sums.wentOut)];
      if (variant === undefined || (opening === 0n && cameIn === 0n && wentOut === 0n)) return [];
      return [{ ...variant, ...textsOf({ opening, cameIn, wentOut, closing: opening + cameIn - wentOut }) }];
    });
  });
}

type Sums<Value> = Readonly<Record<"opening" | "cameIn" | "wentOut" | "closing", Value>>;

const textsOf = ({ opening, cameIn, wentOut, closing }: Sums<bigint>): Sums<string> => ({
  opening: quantityText(opening),
  cameIn: quantityText(cameIn),
  wentOut: quantityText(wentOut),
  closing: quantityText(closing),
});

function selectMovements(ctx: TenantContext, { from, to, locationId }: ListMovementsInput, where: SQL) {
  const { variantId, quantity, occurredAt, type } = inventoryEntries;
  const start = new Date(from);
  const isMove = ctx.actor.places === null && locationId === undefined;
  const isCounted = isMove ? notInArray(type, ["transfer_in", "transfer_out"]) : undefined;
  const sumWhere = (amount: SQL, condition: SQL | undefined) =>
    sql<string>`coalesce(sum(case when ${condition} then ${amount} else 0 end), 0)`;
  return ctx.db
    .select({
      variantId,
      opening: sumWhere(sql`${quantity}`, lt(occurredAt, start)),
      cameIn: sumWhere(sql`${quantity}`, and(gte(occurredAt, start), gt(quantity, "0"), isCounted)),
      wentOut: sumWhere(sql`-${quantity}`, and(gte(occurredAt, start), lt(quantity, "0"), isCounted)),
    })
    .from(inventoryEntries)
    .innerJoin(variants, eq(variants.id, variantId))
    .where(
      and(
        where,
        lte(occurredAt, new Date(to)),
        inPlaces(ctx, inventoryEntries.locationId),
        locationId === undefined ? undefined : eq(inventoryEntries.locationId, locationId),
      ),
    )
    .groupBy(variantId);
}
