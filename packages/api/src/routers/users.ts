import { CreateUserInput, ListUsersInput, UpdateUserInput } from "@storehouse/domain";
import { createUser, listUsers, updateUser } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** The people of the factory. */
export const usersRouter = router({
  /** People by name, a page at a time. */
  list: tenantProcedure("users.read")
    .input(ListUsersInput)
    .query(({ ctx, input }) => listUsers(ctx.tenant, input)),
  /** Adds a person, who is asked to change the given password until they have. Throws TAKEN, INVALID, KEY_REUSED. */
  create: tenantProcedure("users.create")
    .input(CreateUserInput)
    .mutation(({ ctx, input }) => createUser(ctx.tenant, ctx.accounts, input)),
  /** Changes name, role, places or whether the person may sign in. Throws STALE, LAST_MASTER, NOT_FOUND, NOT_ALLOWED. */
  update: tenantProcedure("users.update")
    .input(UpdateUserInput)
    .mutation(({ ctx, input }) => updateUser(ctx.tenant, ctx.accounts, input)),
});
