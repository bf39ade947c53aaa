import { eq, type TenantDb } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";

/** The ids of all who have a role of the factory's own. */
export async function findHolders(db: TenantDb, roleId: string): Promise<readonly string[]> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.roleId, roleId));
  return rows.map(({ id }) => id);
}
