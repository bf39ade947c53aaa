import { and, asc, desc, eq, gt, inArray, ne } from "@storehouse/db";
import { bulkChangeRows, bulkChanges } from "@storehouse/db/tenant";
import {
  type BulkRow,
  type BulkRowsInput,
  type BulkStatus,
  type ByIdInput,
  type CountBulkInput,
  fail,
  type Page,
  type PageInput,
} from "@storehouse/domain";
import { findNames } from "../audit/find-names.ts";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";
import { getBulk, selectBulk, toStatus } from "./bulk-status.ts";
import { countProducts } from "./product-candidates.ts";
import { readAll } from "./record-candidates.ts";

/** How many records the filters of a list leave. Asks the list's own permission. */
export async function countBulk(ctx: TenantContext, input: CountBulkInput): Promise<{ count: number }> {
  authorize(ctx, "bulk.change");
  if (input.list !== "products") return { count: (await readAll(ctx, input)).length };
  authorize(ctx, "products.read");
  return { count: await countProducts(ctx, input.filters) };
}

/** One change of many, with how its records stand. Throws NOT_FOUND. */
export async function getBulkStatus(ctx: TenantContext, { id }: ByIdInput): Promise<BulkStatus> {
  authorize(ctx, "bulk.change");
  return toStatus(ctx.db, await getBulk(ctx.db, id));
}

/** The changes of many that were applied, newest first, a page at a time. Throws INVALID for a cursor no page handed out. */
export async function listBulk(ctx: TenantContext, { after, limit }: PageInput): Promise<Page<BulkStatus>> {
  authorize(ctx, "bulk.change");
  const rows = await selectBulk(ctx.db)
    .where(and(ne(bulkChanges.state, "PREVIEWED"), afterOf(after)))
    .orderBy(desc(bulkChanges.createdAt), desc(bulkChanges.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  return { ...page, rows: await Promise.all(page.rows.map((row) => toStatus(ctx.db, row))) };
}

function afterOf(after: string | undefined) {
  const [at, id] = unpackCursor(after, 2) ?? [];
  if (at === undefined) return undefined;
  const createdAt = new Date(at ?? "");
  if (Number.isNaN(createdAt.getTime()) || typeof id !== "string") {
    return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  }
  const keys = [[bulkChanges.createdAt, createdAt] as const, [bulkChanges.id, id] as const];
  return comesAfter(keys, "desc");
}

/** The records of a change as its preview found them, a page at a time, with what became of each. Throws NOT_FOUND, INVALID. */
export async function listBulkRows(ctx: TenantContext, input: BulkRowsInput): Promise<Page<BulkRow>> {
  authorize(ctx, "bulk.change");
  await getBulk(ctx.db, input.id);
  const { changeId, place, state } = bulkChangeRows;
  const after = placeOf(input.after);
  const rows = await ctx.db
    .select()
    .from(bulkChangeRows)
    .where(
      and(
        eq(changeId, input.id),
        input.states === undefined ? undefined : inArray(state, input.states),
        after === undefined ? undefined : gt(place, after),
      ),
    )
    .orderBy(asc(place))
    .limit(input.limit + 1);
  const page = toPage(rows, input.limit, (row) => [String(row.place)]);
  const lines = page.rows.map((row) => ({ entity: "", entityId: "", before: row.fromValues, after: row.toValues }));
  const names = Object.fromEntries((await findNames(ctx, lines)).names);
  return {
    ...page,
    rows: page.rows.map(({ changeId: _changeId, version: _version, fromValues, toValues, ...row }) => ({
      ...row,
      from: fromValues,
      to: toValues,
      names,
    })),
  };
}

function placeOf(after: string | undefined): number | undefined {
  const [text] = unpackCursor(after, 1) ?? [];
  if (text === undefined) return undefined;
  if (text === null || !/^\d{1,9}$/.test(text))
    return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  return Number(text);
}
