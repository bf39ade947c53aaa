import { eq, type TenantDb } from "@storehouse/db";
import { roles } from "@storehouse/db/tenant";
import { fail, isBuiltIn, ownPermissions, type Permission, permissionsOf, type RoleKey } from "@storehouse/domain";

/** What the holders of a role may do; nothing for one that is not there. */
export async function findPermissions(db: TenantDb, key: RoleKey): Promise<ReadonlySet<Permission>> {
  if (isBuiltIn(key)) return permissionsOf(key);
  const [row] = await db.select({ permissions: roles.permissions }).from(roles).where(eq(roles.id, key));
  return ownPermissions(row?.permissions ?? []);
}

/**
 * The same for a role that somebody is to be given, held so that it can't be archived before they have it.
 * Throws NOT_FOUND and ARCHIVED, naming the field.
 */
export async function lockPermissions(db: TenantDb, key: RoleKey, field: string): Promise<ReadonlySet<Permission>> {
  if (isBuiltIn(key)) return permissionsOf(key);
  const [row] = await db
    .select({ permissions: roles.permissions, archivedAt: roles.archivedAt })
    .from(roles)
    .where(eq(roles.id, key))
    .for("update");
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "role", id: key, field });
  if (row.archivedAt !== null) return fail({ code: "ARCHIVED", entity: "role", id: key, field });
  return ownPermissions(row.permissions);
}
