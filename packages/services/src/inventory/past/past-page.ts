import { and, asc, eq, gt, gte, inArray, lte, or, sql } from "@storehouse/db";
import { inventoryEntries, products, units, variants } from "@storehouse/db/tenant";
import { fail, type Page, type PastFilters } from "@storehouse/domain";
import type { TenantContext } from "../../context.ts";
import { toPage, unpackCursor } from "../../cursor.ts";
import { inPlaces } from "../../place-scope.ts";
import { pastProducts } from "./past-filters.ts";

const STEP = 60;

type Named = Readonly<{ productName: string; productId: string; variantId: string; locationId?: string }>;
type Start = Readonly<{ name: string; id: string; isAfter: boolean }>;

/** What a page of the past is of. */
export type PastQuestion = Readonly<{
  input: PastFilters & Readonly<{ limit: number; after?: string | undefined }>;
  until: Date;
}>;

/**
 * A page of rows by product name, made some products at a time: `rowsOf` adds up the entries of these alone, however long the ledger is.
 * Throws INVALID for a cursor no page handed out.
 */
export async function pastPage<Row extends Named>(
  ctx: TenantContext,
  question: PastQuestion,
  rowsOf: (productIds: readonly string[]) => Promise<readonly Row[]>,
): Promise<Page<Row>> {
  const { limit, after } = question.input;
  const cursor = cursorOf(after);
  const found: Row[] = [];
  let start: Start | undefined = cursor && { name: cursor.name, id: cursor.productId, isAfter: false };
  while (found.length <= limit) {
    const some = await selectPastProducts(ctx, question, start);
    const rows = some.length === 0 ? [] : await rowsOf(some.map(({ id }) => id));
    const byProduct = Map.groupBy(rows, ({ productId }) => productId);
    for (const { id } of some) {
      const ofProduct = (byProduct.get(id) ?? []).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      found.push(
        ...ofProduct.filter((row) => cursor === undefined || id !== cursor.productId || keyOf(row) > cursor.key),
      );
    }
    const last = some.at(-1);
    if (last === undefined || some.length < STEP) break;
    start = { ...last, isAfter: true };
  }
  return toPage(found, limit, (row) => [row.productName, row.productId, keyOf(row)]);
}

const keyOf = ({ variantId, locationId = "" }: Named): string => `${variantId}${locationId}`;

function cursorOf(text: string | undefined) {
  const [name, productId, key] = unpackCursor(text, 3) ?? [];
  if (name === undefined) return undefined;
  if (!name || !productId || !key) return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  return { name, productId, key };
}

/** Reads some products, by name, of which anything had happened by then at a place the actor may see. */
export function selectPastProducts(
  ctx: Pick<TenantContext, "db" | "actor">,
  { input, until }: PastQuestion,
  start: Start | undefined,
) {
  const { db } = ctx;
  const { name, id } = products;
  const happened = db
    .select({ id: variants.id })
    .from(variants)
    .innerJoin(inventoryEntries, eq(inventoryEntries.variantId, variants.id))
    .where(
      and(
        eq(variants.productId, id),
        lte(inventoryEntries.occurredAt, until),
        inPlaces(ctx, inventoryEntries.locationId),
        input.locationId === undefined ? undefined : eq(inventoryEntries.locationId, input.locationId),
      ),
    )
    // With a limit it is asked product by product: without one, both servers would go through the whole ledger first.
    .limit(1);
  const beyond = start?.isAfter ? gt : gte;
  return (
    db
      .select({ id, name })
      // By the order's own index it is asked of a page of products, not of all.
      .from(products, { forceIndex: input.productId === undefined ? ["products_name_ix"] : [] })
      .where(
        and(
          pastProducts(db, input),
          sql`(${happened}) is not null`,
          start && or(gt(name, start.name), and(eq(name, start.name), beyond(id, start.id))),
        ),
      )
      .orderBy(asc(name), asc(id))
      .limit(STEP)
  );
}

/** The variants of products, as rows of the past name them. */
export const findPastVariants = ({ db }: TenantContext, productIds: readonly string[]) =>
  db
    .select({
      variantId: variants.id,
      sku: variants.sku,
      productId: products.id,
      productName: products.name,
      variantName: variants.name,
      category: products.category,
      unit: units.code,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .where(inArray(products.id, [...productIds]));
