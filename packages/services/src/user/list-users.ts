import { and, asc, contains, eq, gt, or } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import type { ListUsersInput, Page, Role, UserRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";

/** People by username, a page at a time. The search looks into username and name. */
export async function listUsers(ctx: TenantContext, input: ListUsersInput): Promise<Page<UserRow>> {
  authorize(ctx, "users.read");
  const [after] = unpackCursor(input.after, 1) ?? [];
  const rows = await ctx.db
    .select({
      id: users.id,
      username: users.username,
      name: users.name,
      email: users.email,
      role: users.role,
      isActive: users.isActive,
      mustChangePassword: users.mustChangePassword,
      lastSeenAt: users.lastSeenAt,
      version: users.version,
    })
    .from(users)
    .where(
      and(
        typeof after === "string" ? gt(users.username, after) : undefined,
        input.isActive === undefined ? undefined : eq(users.isActive, input.isActive),
        input.search === null
          ? undefined
          : or(contains(users.username, input.search.toLowerCase()), contains(users.name, input.search)),
      ),
    )
    .orderBy(asc(users.username))
    .limit(input.limit + 1);
  const page = toPage(rows, input.limit, (row) => [row.username]);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      role: row.role as Role,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    })),
  };
}
