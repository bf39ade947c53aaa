import { type ListRolesInput, type RoleRow, ROLES } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { countPeople, findOwnRoles, toBuiltInRow, toOwnRow } from "./read-roles.ts";

/** Every role there is, the built-in ones first, then the factory's own by name: a factory has no more than a page of them. */
export async function listRoles(
  ctx: TenantContext,
  { isArchived }: ListRolesInput,
): Promise<{ rows: readonly RoleRow[] }> {
  authorize(ctx, "roles.read");
  const people = await countPeople(ctx.db);
  const own = await findOwnRoles(ctx.db, { isArchived });
  const builtIn = isArchived ? [] : ROLES.map((role) => toBuiltInRow(role, people));
  return { rows: [...builtIn, ...own.map((row) => toOwnRow(row, people))] };
}
