import { and, asc, count, eq, type TenantDb } from "@storehouse/db";
import { roles, users } from "@storehouse/db/tenant";
import { GRANTABLE, permissionsOf, type Role, roleKeyOf, type RoleRow } from "@storehouse/domain";
import { archivedIs } from "../record/keyset.ts";

/** How many people have each role, by its key. */
export async function countPeople(db: TenantDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ role: users.role, roleId: users.roleId, people: count() })
    .from(users)
    .groupBy(users.role, users.roleId);
  return new Map(rows.map(({ role, roleId, people }) => [roleKeyOf(role, roleId), people]));
}

type Wanted = Readonly<{ id?: string; isArchived?: boolean }>;

/** Roles of the factory's own by name: one, those in use, or the archived ones. */
export const findOwnRoles = (db: TenantDb, { id, isArchived }: Wanted) =>
  db
    .select({
      id: roles.id,
      name: roles.name,
      description: roles.description,
      permissions: roles.permissions,
      archivedAt: roles.archivedAt,
      version: roles.version,
    })
    .from(roles)
    .where(
      and(
        id === undefined ? undefined : eq(roles.id, id),
        isArchived === undefined ? undefined : archivedIs(roles.archivedAt, isArchived),
      ),
    )
    .orderBy(asc(roles.name));

type OwnRole = Awaited<ReturnType<typeof findOwnRoles>>[number];

/** A role of the factory's own as screens show it. */
export const toOwnRow = ({ archivedAt, ...row }: OwnRole, people: ReadonlyMap<string, number>): RoleRow => ({
  ...row,
  isBuiltIn: false,
  permissions: GRANTABLE.filter((permission) => row.permissions.includes(permission)),
  people: people.get(row.id) ?? 0,
  isArchived: archivedAt !== null,
});

/** A built-in role as screens show it; what it is called is theirs to say. */
export const toBuiltInRow = (role: Role, people: ReadonlyMap<string, number>): RoleRow => ({
  id: role,
  name: role,
  description: null,
  isBuiltIn: true,
  permissions: GRANTABLE.filter((permission) => permissionsOf(role).has(permission)),
  people: people.get(role) ?? 0,
  isArchived: false,
  version: 1,
});
