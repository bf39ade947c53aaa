import { ArchiveRoleInput, CreateRoleInput, ListRolesInput, RoleByKeyInput, UpdateRoleInput } from "@storehouse/domain";
import { archiveRole, createRole, getRole, listRoles, updateRole } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What people may do: the built-in roles, and the factory's own. */
export const rolesRouter = router({
  /** Every role, the built-in ones first, each with what it allows and how many people have it. */
  list: tenantProcedure("roles.read")
    .input(ListRolesInput)
    .query(({ ctx, input }) => listRoles(ctx.tenant, input)),
  /** One role, archived or not. Throws NOT_FOUND. */
  get: tenantProcedure("roles.read")
    .input(RoleByKeyInput)
    .query(({ ctx, input }) => getRole(ctx.tenant, input)),
  /** Adds a role of what the caller may do, or less. Throws TAKEN, KEY_REUSED, NOT_ALLOWED, LIMIT_REACHED. */
  create: tenantProcedure("roles.create")
    .input(CreateRoleInput)
    .mutation(({ ctx, input }) => createRole(ctx.tenant, input)),
  /** Changes a role from the version named; its people may do so from their next request on. Throws STALE, TAKEN, NOT_FOUND, NOT_ALLOWED, WRONG_STATE. */
  update: tenantProcedure("roles.update")
    .input(UpdateRoleInput)
    .mutation(({ ctx, input }) => updateRole(ctx.tenant, ctx.accounts, input)),
  /** Archives a role or takes it back. Throws IN_USE while anybody has it, STALE, NOT_FOUND, WRONG_STATE. */
  archive: tenantProcedure("roles.archive")
    .input(ArchiveRoleInput)
    .mutation(({ ctx, input }) => archiveRole(ctx.tenant, input)),
});
