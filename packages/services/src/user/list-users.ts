import { and, asc, contains, eq, gt, or } from "@storehouse/db";
import { roles, users } from "@storehouse/db/tenant";
import { type ListUsersInput, type Page, roleKeyOf, type UserRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { mayReach } from "../place-scope.ts";
import { findNamedPlaces } from "./user-places.ts";

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
      roleId: users.roleId,
      ownRoleName: roles.name,
      isActive: users.isActive,
      mustChangePassword: users.mustChangePassword,
      lastSeenAt: users.lastSeenAt,
      version: users.version,
    })
    .from(users)
    .leftJoin(roles, eq(roles.id, users.roleId))
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
  const places = await findNamedPlaces(
    ctx.db,
    page.rows.map(({ id }) => id),
  );
  return {
    ...page,
    rows: page.rows.map(({ roleId, ownRoleName, ...row }) => ({
      ...row,
      role: roleKeyOf(row.role, roleId),
      roleName: ownRoleName ?? row.role,
      locationIds: (places.get(row.id) ?? []).filter(({ id }) => mayReach(ctx, id)).map(({ id }) => id),
      placeNames: (places.get(row.id) ?? []).filter(({ id }) => mayReach(ctx, id)).map(({ name }) => name),
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    })),
  };
}
