import { ByIdInput, ChangePasswordInput, LoginInput, PageInput, UpdateProfileInput } from "@storehouse/domain";
import {
  changePassword,
  endOtherSessions,
  endSession,
  getMe,
  listSessions,
  logOut,
  updateProfile,
} from "@storehouse/services";
import { publicProcedure, router, tenantProcedure } from "../trpc.ts";

const own = tenantProcedure("profile.manage");

/** Signing in and out, and what people manage of their own account. */
export const authRouter = router({
  /** Checks the password and sets the session's cookie. Throws WRONG_CREDENTIALS, RATE_LIMITED, FACTORY_NOT_READY, FACTORY_SUSPENDED. */
  login: publicProcedure.input(LoginInput).mutation(({ ctx, input }) => ctx.door.logIn(ctx.visit, input)),
  /** Ends the session this request came with. */
  logout: own.mutation(({ ctx }) => logOut(ctx.tenant, ctx.accounts)),
  /** Who is signed in, and where. */
  me: own.query(({ ctx }) => getMe(ctx.tenant, ctx.factory)),
  /** Where the caller is signed in. */
  sessions: own.input(PageInput.strict()).query(({ ctx, input }) => listSessions(ctx.tenant, ctx.accounts, input)),
  /** Ends one of the caller's sessions; one that has ended is left so. Throws NOT_FOUND. */
  endSession: own.input(ByIdInput).mutation(({ ctx, input }) => endSession(ctx.tenant, ctx.accounts, input)),
  /** Ends all of the caller's sessions but this one. */
  endOtherSessions: own.mutation(({ ctx }) => endOtherSessions(ctx.tenant, ctx.accounts)),
  /** Sets a new password and ends the caller's other sessions. Throws WRONG_PASSWORD, INVALID. */
  changePassword: own
    .input(ChangePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.tenant, ctx.accounts, input)),
  /** Saves the caller's name and address. Throws STALE. */
  updateProfile: own
    .input(UpdateProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.tenant, ctx.accounts, input)),
});
