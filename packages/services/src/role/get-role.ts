import { fail, isBuiltIn, type RoleByKeyInput, type RoleRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { countPeople, findOwnRoles, toBuiltInRow, toOwnRow } from "./read-roles.ts";

/** One role, built in or the factory's own, archived or not. Throws NOT_FOUND. */
export async function getRole(ctx: TenantContext, { id }: RoleByKeyInput): Promise<RoleRow> {
  authorize(ctx, "roles.read");
  const people = await countPeople(ctx.db);
  if (isBuiltIn(id)) return toBuiltInRow(id, people);
  const [own] = await findOwnRoles(ctx.db, { id });
  return own === undefined ? fail({ code: "NOT_FOUND", entity: "role", id }) : toOwnRow(own, people);
}
