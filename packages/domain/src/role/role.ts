import { z } from "zod";
import { Id, line, optionalLine, Version } from "../fields.ts";
import { BASE_PERMISSIONS, GRANTABLE, type Permission, PERMISSIONS, ROLES, type Role } from "../permission.ts";

/** Names a role: a built-in one by its word, one of the factory's own by its id. */
export const RoleKey = z.union([z.enum(ROLES), Id], { error: "ROLE_INVALID" });
export type RoleKey = z.infer<typeof RoleKey>;

/** True for a built-in role, which always exists and can't be changed. */
export const isBuiltIn = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** How a person's role is stored: the word of a built-in one, or "own" beside the id of the factory's own. */
export const OWN_ROLE = "own";

/** A person's role as it is stored, as one key. */
export const roleKeyOf = (role: string, roleId: string | null): RoleKey => (roleId ?? role) as RoleKey;

/** A role's key as it is stored. */
export const storedRole = (key: RoleKey): Readonly<{ role: string; roleId: string | null }> =>
  isBuiltIn(key) ? { role: key, roleId: null } : { role: OWN_ROLE, roleId: key };

/** What a role may do: each permission once, in the order of the closed list. What everybody may anyway is left out. */
const Permissions = z
  .array(z.enum(PERMISSIONS))
  .max(PERMISSIONS.length, "TOO_MANY")
  .transform((chosen): Permission[] => GRANTABLE.filter((permission) => chosen.includes(permission)));

// A built-in role's name is that role's alone: a refusal says who to ask by name.
const name = line(60).refine((text) => !isBuiltIn(text.toLowerCase()), "ROLE_NAME_BUILT_IN");
const fields = { name, description: optionalLine(200), permissions: Permissions };

/** A role of the factory's own. The client makes the id, so that sending it twice makes one. */
export const CreateRoleInput = z.strictObject({ id: Id, ...fields });
export type CreateRoleInput = z.infer<typeof CreateRoleInput>;

export const UpdateRoleInput = z.strictObject({ id: RoleKey, version: Version, ...fields });
export type UpdateRoleInput = z.infer<typeof UpdateRoleInput>;

export const ArchiveRoleInput = z.strictObject({ id: RoleKey, version: Version, isArchived: z.boolean() });
export type ArchiveRoleInput = z.infer<typeof ArchiveRoleInput>;

export const RoleByKeyInput = z.strictObject({ id: RoleKey });
export type RoleByKeyInput = z.infer<typeof RoleByKeyInput>;

export const ListRolesInput = z.strictObject({ isArchived: z.boolean().default(false) });
export type ListRolesInput = z.infer<typeof ListRolesInput>;

/** A role as lists show it. `people` counts everybody who has it, those who may not sign in included. */
export type RoleRow = Readonly<{
  id: RoleKey;
  name: string;
  description: string | null;
  isBuiltIn: boolean;
  permissions: readonly Permission[];
  people: number;
  isArchived: boolean;
  version: number;
}>;

/** The first permission of some that a person lacks and so can't give or take away; undefined when they hold all of them. */
export const firstLacked = (held: ReadonlySet<Permission>, wanted: Iterable<Permission>): Permission | undefined =>
  [...wanted].find(
    (permission) => !held.has(permission) && !(BASE_PERMISSIONS as readonly string[]).includes(permission),
  );
