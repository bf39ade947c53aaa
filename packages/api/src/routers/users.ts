import { ByIdInput, CreateUserInput, ListUsersInput, UpdateUserInput } from "@storehouse/domain";
import {
  createUser,
  getSignIn,
  listUsers,
  makeSignInLink,
  removeSecondFactor,
  unlockSignIn,
  updateUser,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

const helping = tenantProcedure("users.reset");

/** The people of the factory. */
export const usersRouter = router({
  /** People by name, a page at a time. */
  list: tenantProcedure("users.read")
    .input(ListUsersInput)
    .query(({ ctx, input }) => listUsers(ctx.tenant, input)),
  /** Adds a person, who has to change the given password first; given none, they choose theirs by a link. Throws TAKEN, INVALID, KEY_REUSED. */
  create: tenantProcedure("users.create")
    .input(CreateUserInput)
    .mutation(({ ctx, input }) => createUser(ctx.tenant, ctx.accounts, input)),
  /** Changes name, role, places or whether the person may sign in. Throws STALE, LAST_MASTER, NOT_FOUND, NOT_ALLOWED. */
  update: tenantProcedure("users.update")
    .input(UpdateUserInput)
    .mutation(({ ctx, input }) => updateUser(ctx.tenant, ctx.accounts, input)),
  /** How a person stands with signing in. Throws NOT_FOUND. */
  signIn: helping.input(ByIdInput).query(({ ctx, input }) => getSignIn(ctx.tenant, ctx.accounts.signIn, input)),
  /** Makes the link by which a person chooses a password; the one before is void. Throws NOT_FOUND, WRONG_STATE, NOT_ALLOWED. */
  reset: helping.input(ByIdInput).mutation(({ ctx, input }) => makeSignInLink(ctx.tenant, ctx.accounts.signIn, input)),
  /** Turns off the second step of somebody who has lost their phone, and signs them out. Throws NOT_FOUND, NOT_ALLOWED. */
  removeSecondFactor: helping
    .input(ByIdInput)
    .mutation(({ ctx, input }) => removeSecondFactor(ctx.tenant, ctx.accounts, input)),
  /** Forgets the wrong passwords that were tried for a person. Throws NOT_FOUND, NOT_ALLOWED. */
  unlock: helping.input(ByIdInput).mutation(({ ctx, input }) => unlockSignIn(ctx.tenant, ctx.accounts.signIn, input)),
});
