import {
  alias,
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  notExists,
  notInArray,
  or,
  type SQL,
  sql,
  startsWith,
  type TenantDb,
} from "@storehouse/db";
import { inventoryEntries, postings, products, variants } from "@storehouse/db/tenant";
import type { ListEntriesInput } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { comesAfter } from "../record/keyset.ts";
import { type EntryScope, type Ids, productFilters, productSearch } from "./entry-scope.ts";

const DAY_MS = 86_400_000;

/** Where a page of entries begins: after the last of the page before. */
export type EntryCursor = Readonly<{ occurredAt: Date; id: string }>;

/** What a page is of. */
export type EntryPage = Readonly<{
  input: ListEntriesInput;
  scope: EntryScope;
  after: EntryCursor | undefined;
  now: Date;
}>;

/**
 * The ids of one page of entries and one more, as a subquery. Which index serves it follows from the filters: the few entries of a posting,
 * variant, place or person are met in their own order; what has no such filter walks the ledger in the order of time.
 */
export function selectEntryPage(ctx: Pick<TenantContext, "db" | "actor">, page: EntryPage) {
  const { db } = ctx;
  const atPlaces = inPlaces(ctx, inventoryEntries.locationId);
  const { direction, limit } = page.input;
  const order = direction === "asc" ? asc : desc;
  const query = db
    .select({ id: inventoryEntries.id })
    .from(inventoryEntries, { forceIndex: [...indexesFor(page, atPlaces !== undefined)] })
    .$dynamic();
  const joined = needsProducts(page.scope)
    ? query
        .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
        .innerJoin(products, eq(products.id, variants.productId))
    : query;
  return (needsPostings(page.scope) ? joined.innerJoin(postings, eq(postings.id, inventoryEntries.postingId)) : joined)
    .where(and(atPlaces, ...ownFilters(page), ...scopeFilters(page), page.input.isStanding ? standing(db) : undefined))
    .orderBy(order(inventoryEntries.occurredAt), order(inventoryEntries.id))
    .limit(limit + 1)
    .as("page");
}

const AT = "inventory_entries_at_ix";

/** The indexes the server may choose from, by what the filters pin down. One that is named is used: the ledger is never read whole. */
function indexesFor({ input, scope }: Pick<EntryPage, "input" | "scope">, isLimited: boolean): readonly string[] {
  if (input.postingId !== undefined || isFew(scope.postingIds)) return ["inventory_entries_posting_ix"];
  if (input.variantId !== undefined || isFew(scope.variantIds)) return ["inventory_entries_variant_ix"];
  if (isFew(scope.foundVariantIds) && isFew(scope.foundPostingIds)) {
    return ["inventory_entries_variant_ix", "inventory_entries_posting_ix"];
  }
  // Within a group of its lead, a list stands in that group's index in its own order.
  if (input.lead === "type") return ["inventory_entries_type_ix"];
  if (input.lead === "location") return ["inventory_entries_location_ix"];
  if (input.lead === "user") return ["inventory_entries_user_ix"];
  return [
    AT,
    ...(input.locationId === undefined && !isLimited ? [] : ["inventory_entries_location_ix"]),
    ...(input.userId === undefined ? [] : ["inventory_entries_user_ix"]),
    ...(input.types?.length ? ["inventory_entries_type_ix"] : []),
  ];
}

const isFew = (ids: Ids): ids is readonly string[] => ids !== undefined && ids !== "many";
const isSearchWide = ({ foundVariantIds, foundPostingIds }: EntryScope): boolean =>
  foundVariantIds === "many" || foundPostingIds === "many";
const needsProducts = (scope: EntryScope): boolean => scope.variantIds === "many" || isSearchWide(scope);
const needsPostings = (scope: EntryScope): boolean => scope.postingIds === "many" || isSearchWide(scope);

function ownFilters({ input, after, now }: EntryPage): (SQL | undefined)[] {
  const { types, userId, locationId, variantId, postingId, direction } = input;
  const { occurredAt, id } = inventoryEntries;
  const since = input.days === undefined ? toDate(input.from) : new Date(now.getTime() - input.days * DAY_MS);
  const until = input.days === undefined ? toDate(input.to) : undefined;
  return [
    types?.length ? inArray(inventoryEntries.type, types) : undefined,
    userId === undefined ? undefined : eq(inventoryEntries.userId, userId),
    locationId === undefined ? undefined : eq(inventoryEntries.locationId, locationId),
    variantId === undefined ? undefined : eq(inventoryEntries.variantId, variantId),
    postingId === undefined ? undefined : eq(inventoryEntries.postingId, postingId),
    since && gte(occurredAt, since),
    until && lte(occurredAt, until),
    after &&
      comesAfter(
        [
          [occurredAt, after.occurredAt],
          [id, after.id],
        ],
        direction,
      ),
  ];
}

const toDate = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

const reversal = alias(inventoryEntries, "reversal");

/** True of what was not undone and undoes nothing. */
function standing(db: TenantDb): SQL | undefined {
  const undone = db.select({ found: sql`1` }).from(reversal).where(eq(reversal.reversesId, inventoryEntries.id));
  return and(isNull(inventoryEntries.reversesId), notExists(undone));
}

function scopeFilters({ input, scope }: EntryPage): (SQL | undefined)[] {
  const { search, reference } = input;
  return [
    isFew(scope.variantIds) ? isOneOf(inventoryEntries.variantId, scope.variantIds) : productFilters(input),
    isFew(scope.postingIds) ? isOneOf(inventoryEntries.postingId, scope.postingIds) : undefined,
    scope.postingIds === "many" && reference ? startsWith(postings.reference, reference) : undefined,
    search ? searchFilter(search, scope) : undefined,
    scope.removedVariantIds.length > 0
      ? notInArray(inventoryEntries.variantId, [...scope.removedVariantIds])
      : undefined,
  ];
}

function searchFilter(search: string, scope: EntryScope): SQL | undefined {
  if (isSearchWide(scope)) return or(productSearch(search), startsWith(postings.reference, search));
  const variantIds = isFew(scope.foundVariantIds) ? scope.foundVariantIds : [];
  const postingIds = isFew(scope.foundPostingIds) ? scope.foundPostingIds : [];
  if (postingIds.length === 0) return isOneOf(inventoryEntries.variantId, variantIds);
  if (variantIds.length === 0) return isOneOf(inventoryEntries.postingId, postingIds);
  return or(inArray(inventoryEntries.variantId, [...variantIds]), inArray(inventoryEntries.postingId, [...postingIds]));
}

const isOneOf = (
  column: typeof inventoryEntries.variantId | typeof inventoryEntries.postingId,
  ids: readonly string[],
): SQL => (ids.length === 0 ? sql`false` : inArray(column, [...ids]));
