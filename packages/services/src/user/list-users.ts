import { and, contains, eq, or } from "@storehouse/db";
import { roles, users } from "@storehouse/db/tenant";
import { type ListUsersInput, type Page, roleKeyOf, type USER_SORTS, type UserRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { mayReach } from "../place-scope.ts";
import { type SortBy, sortWhole } from "../record/sort-whole.ts";
import { findNamedPlaces } from "./user-places.ts";

/** People by username or as asked, a page at a time. The search looks into username and name. */
export async function listUsers(ctx: TenantContext, input: ListUsersInput): Promise<Page<UserRow>> {
  authorize(ctx, "users.read");
  const { after, orderBy, cursorOf } = sortWhole(WAYS, { first: "username", last: ["username"] }, input);
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
        after,
        input.isActive === undefined ? undefined : eq(users.isActive, input.isActive),
        input.search === null
          ? undefined
          : or(contains(users.username, input.search.toLowerCase()), contains(users.name, input.search)),
      ),
    )
    .orderBy(...orderBy)
    .limit(input.limit + 1);
  const page = toPage(rows, input.limit, cursorOf);
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

type Sorted = Readonly<{ username: string; name: string; email: string | null; lastSeenAt: Date | null }>;

const WAYS: Readonly<Record<(typeof USER_SORTS)[number], SortBy<Sorted>>> = {
  username: { by: users.username, valueOf: ({ username }) => username },
  name: { by: users.name, valueOf: ({ name }) => name },
  email: { by: users.email, valueOf: ({ email }) => email },
  seen: { by: users.lastSeenAt, valueOf: ({ lastSeenAt }) => lastSeenAt?.toISOString() ?? null, isMoment: true },
};
