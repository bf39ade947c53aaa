import { bytesToUuid, eq, inArray } from "@storehouse/db";
import { products, units, variants } from "@storehouse/db/tenant";
import { SALE_TYPES, type Seller, trimDecimal } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { atPlaces, TYPE_INDEX, UNDONE, undoneFrom } from "./standing.ts";

const SELLERS_MAX = 5;

/** The variants most was sold of since a moment at the actor's places, what came back taken off, and what was undone not counted. */
export async function findSellers(ctx: TenantContext, since: Date, until: Date): Promise<readonly Seller[]> {
  const { db } = ctx;
  const places = atPlaces(ctx);
  const sold = await db.source.prepared<{ variantId: Buffer; sold: string }>(soldText(places.text), [
    ...SALE_TYPES,
    since,
    until,
    undoneFrom(since),
    ...places.params,
  ]);
  const ids = sold.map(({ variantId }) => bytesToUuid(variantId));
  if (ids.length === 0) return [];
  const named = await db
    .select({
      variantId: variants.id,
      productId: products.id,
      productName: products.name,
      variantName: variants.name,
      sku: variants.sku,
      unit: units.code,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .where(inArray(variants.id, ids));
  const byId = new Map(named.map((row) => [row.variantId, row]));
  return sold.flatMap((row, at) => {
    const name = byId.get(ids[at] ?? "");
    return name === undefined ? [] : [{ ...name, quantity: trimDecimal(row.sold) }];
  });
}

/** What was sold of each variant between two moments: the best few. */
export const soldText = (atPlace = ""): string => `
  select e.variant_id as variantId, -sum(e.quantity) as sold
  from inventory_entries e force index (${TYPE_INDEX})
  where e.type in (${SALE_TYPES.map(() => "?").join(",")}) and e.occurred_at >= ? and e.occurred_at < ? and not ${UNDONE} ${atPlace}
  group by e.variant_id
  having sold > 0
  order by sold desc, e.variant_id
  limit ${SELLERS_MAX}`;
