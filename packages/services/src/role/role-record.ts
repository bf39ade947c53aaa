import { eq, type ReadDb } from "@storehouse/db";
import { roles } from "@storehouse/db/tenant";
import { type CreateRoleInput, GRANTABLE } from "@storehouse/domain";
import type { RecordKind } from "../record/record-kind.ts";
import { recordWrites } from "../record/record-writes.ts";

export type RoleContent = Omit<CreateRoleInput, "id">;

/** The factory's own roles, as the shared verbs see them. */
export const roleRecord: RecordKind<RoleContent> = {
  entity: "role",
  actions: { update: "roles.update", archive: "roles.archive" },
  uniques: { roles_name_uq: "name" },
  find: findRole,
  ...recordWrites(roles),
};

async function findRole(db: ReadDb, id: string) {
  const [row] = await db
    .select({
      version: roles.version,
      archivedAt: roles.archivedAt,
      content: { name: roles.name, description: roles.description, permissions: roles.permissions },
    })
    .from(roles)
    .where(eq(roles.id, id));
  if (row === undefined) return undefined;
  const permissions = GRANTABLE.filter((permission) => row.content.permissions.includes(permission));
  return { id, version: row.version, isArchived: row.archivedAt !== null, content: { ...row.content, permissions } };
}
