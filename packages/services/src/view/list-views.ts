import { and, asc, eq, isNull, or } from "@storehouse/db";
import { defaultViews, savedViews, users } from "@storehouse/db/tenant";
import type { ListViewsInput, Page, ViewRow } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";

/** Lists the actor's own views of a list and those that are shared, by name. Throws NOT_ALLOWED, INVALID for a cursor no page handed out. */
export async function listViews(ctx: TenantContext, input: ListViewsInput): Promise<Page<ViewRow>> {
  authorize(ctx, "views.keep");
  const userId = personOf(ctx);
  const rows = await selectViews(ctx, userId, input);
  return toPage(
    rows.map(({ ownerId, defaultFor, isShared, ...row }) => ({
      ...row,
      isShared: isShared === 1,
      isOwn: ownerId === userId,
      isDefault: defaultFor !== null,
    })),
    input.limit,
    ({ name, id }) => [name, id],
  );
}

/** The query of `listViews`: one row more than a page. */
export function selectViews(ctx: TenantContext, userId: string, { list, after, limit }: ListViewsInput) {
  const { id, name, isShared, ownerId, query, columns, version, archivedAt } = savedViews;
  const cursor = unpackCursor(after, 2);
  return ctx.db
    .select({
      id,
      list: savedViews.list,
      name,
      isShared,
      ownerId,
      ownerName: users.name,
      defaultFor: defaultViews.userId,
      query,
      columns,
      version,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, ownerId))
    .leftJoin(defaultViews, and(eq(defaultViews.viewId, id), eq(defaultViews.userId, userId)))
    .where(
      and(
        eq(savedViews.list, list),
        isNull(archivedAt),
        or(eq(ownerId, userId), eq(isShared, 1)),
        cursor &&
          comesAfter([
            [name, cursor[0]],
            [id, cursor[1]],
          ]),
      ),
    )
    .orderBy(asc(name), asc(id))
    .limit(limit + 1);
}
