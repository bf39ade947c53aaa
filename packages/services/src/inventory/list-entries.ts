import { alias, asc, desc, eq } from "@storehouse/db";
import { inventoryEntries, locations, postings, products, units, users, variants } from "@storehouse/db/tenant";
import { type EntryRow, fail, type ListEntriesInput, type Page, trimDecimal } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { type EntryCursor, type EntryPage, selectEntryPage } from "./entry-page.ts";
import { listByGroup } from "../record/list-by-group.ts";
import { findEntryGroups, within } from "./entry-groups.ts";
import { type EntryScope, findEntryScope } from "./entry-scope.ts";

/**
 * The ledger of the actor's places by when things happened, newest first unless asked otherwise, a page at a time; kind by kind, place by place or person
 * by person where that leads the sort. The search looks into product code, name and SKU,
 * and for references that begin with it. Throws NOT_ALLOWED, INVALID for a cursor no page handed out.
 */
export async function listEntries(ctx: TenantContext, input: ListEntriesInput): Promise<Page<EntryRow>> {
  authorize(ctx, "inventory.read");
  const scope = await findEntryScope(ctx.db, input);
  const { lead } = input;
  if (lead === undefined) return listInTime(ctx, input, scope);
  const groups = await findEntryGroups(ctx, input, lead);
  return listByGroup(groups, input, (group, page) =>
    listInTime(ctx, { ...input, ...page, ...within(lead, group) }, scope),
  );
}

async function listInTime(ctx: TenantContext, input: ListEntriesInput, scope: EntryScope): Promise<Page<EntryRow>> {
  const after = cursorOf(input.after);
  const rows = await selectEntries(ctx, { input, scope, after, now: ctx.now() });
  const page = toPage(rows, input.limit, ({ occurredAt, id }) => [occurredAt.toISOString(), id]);
  return { ...page, rows: page.rows.map(toEntryRow) };
}

function cursorOf(text: string | undefined): EntryCursor | undefined {
  const [at, id] = unpackCursor(text, 2) ?? [];
  if (at === undefined || id === undefined) return undefined;
  const occurredAt = new Date(at ?? "");
  if (id === null || Number.isNaN(occurredAt.getTime())) {
    return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  }
  return { occurredAt, id };
}

const reversals = alias(inventoryEntries, "reversals");

/** Reads a page whole. The page is cut first, from the ledger alone; the other tables are asked for its few rows only. */
export function selectEntries(ctx: Pick<TenantContext, "db" | "actor">, wanted: EntryPage) {
  const { db } = ctx;
  const page = selectEntryPage(ctx, wanted);
  const order = wanted.input.direction === "asc" ? asc : desc;
  return db
    .select({
      id: inventoryEntries.id,
      postingId: inventoryEntries.postingId,
      type: inventoryEntries.type,
      occurredAt: inventoryEntries.occurredAt,
      writtenAt: inventoryEntries.writtenAt,
      quantity: inventoryEntries.quantity,
      unit: units.code,
      balance: inventoryEntries.balance,
      unitCost: inventoryEntries.unitCost,
      value: inventoryEntries.value,
      variantId: inventoryEntries.variantId,
      sku: variants.sku,
      productId: products.id,
      productName: products.name,
      variantName: variants.name,
      category: products.category,
      locationId: inventoryEntries.locationId,
      locationName: locations.name,
      userId: inventoryEntries.userId,
      userName: users.name,
      reference: postings.reference,
      note: postings.note,
      reversesId: inventoryEntries.reversesId,
      reversedById: reversals.id,
      reversedInPostingId: reversals.postingId,
    })
    .from(page)
    .innerJoin(inventoryEntries, eq(inventoryEntries.id, page.id))
    .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(locations, eq(locations.id, inventoryEntries.locationId))
    .innerJoin(users, eq(users.id, inventoryEntries.userId))
    .innerJoin(postings, eq(postings.id, inventoryEntries.postingId))
    .leftJoin(reversals, eq(reversals.reversesId, inventoryEntries.id))
    .orderBy(order(inventoryEntries.occurredAt), order(inventoryEntries.id));
}

type SelectedEntry = Awaited<ReturnType<typeof selectEntries>>[number];

const toEntryRow = (row: SelectedEntry): EntryRow => ({
  ...row,
  occurredAt: row.occurredAt.toISOString(),
  writtenAt: row.writtenAt.toISOString(),
  quantity: trimDecimal(row.quantity),
  balance: trimDecimal(row.balance),
  unitCost: row.unitCost === null ? null : trimDecimal(row.unitCost),
  value: trimDecimal(row.value),
});
