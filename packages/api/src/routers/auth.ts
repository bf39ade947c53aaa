import {
  ByIdInput,
  ChangePasswordInput,
  ConfirmSecondFactorInput,
  LoginInput,
  PageInput,
  ReadLinkInput,
  SecondFactorProofInput,
  SecondStepInput,
  SetLanguageInput,
  StartSecondFactorInput,
  UpdateProfileInput,
  UseLinkInput,
} from "@storehouse/domain";
import {
  changePassword,
  confirmSecondFactor,
  endOtherSessions,
  endSession,
  exportOwn,
  getMe,
  getSecondFactor,
  listSessions,
  logOut,
  renewRecoveryCodes,
  setLanguage,
  startSecondFactor,
  stopSecondFactor,
  updateProfile,
} from "@storehouse/services";
import { publicProcedure, router, tenantProcedure } from "../trpc.ts";

const own = tenantProcedure("profile.manage");
// What somebody needs who has to change their password first.
const first = tenantProcedure("profile.manage", { isOpenBeforeChange: true });

/** Signing in and out, and what people manage of their own account. */
export const authRouter = router({
  /** Checks the password; sets the session's cookie, or answers a challenge where a code is wanted too. Throws WRONG_CREDENTIALS, RATE_LIMITED, FACTORY_NOT_READY, FACTORY_SUSPENDED. */
  login: publicProcedure.input(LoginInput).mutation(({ ctx, input }) => ctx.door.logIn(ctx.visit, input)),
  /** Checks the code that follows the password, and sets the session's cookie. Throws SECOND_STEP_REFUSED, RATE_LIMITED. */
  secondStep: publicProcedure
    .input(SecondStepInput)
    .mutation(({ ctx, input }) => ctx.door.secondStep(ctx.visit, input)),
  /** Whom a sign-in link is for. A mutation, so that the token never stands in an address. Throws LINK_INVALID, RATE_LIMITED. */
  readLink: publicProcedure.input(ReadLinkInput).mutation(({ ctx, input }) => ctx.door.readLink(ctx.visit, input)),
  /** Sets the password of whom a sign-in link is for, ends their sessions and signs them in, as a login does. Throws LINK_INVALID, INVALID. */
  useLink: publicProcedure.input(UseLinkInput).mutation(({ ctx, input }) => ctx.door.useLink(ctx.visit, input)),
  /** Ends the session this request came with. */
  logout: first.mutation(({ ctx }) => logOut(ctx.tenant, ctx.accounts)),
  /** Who is signed in, and where. */
  me: first.query(({ ctx }) => getMe(ctx.tenant, ctx.factory)),
  /** Where the caller is signed in. */
  sessions: own.input(PageInput.strict()).query(({ ctx, input }) => listSessions(ctx.tenant, ctx.accounts, input)),
  /** Ends one of the caller's sessions; one that has ended is left so. Throws NOT_FOUND. */
  endSession: own.input(ByIdInput).mutation(({ ctx, input }) => endSession(ctx.tenant, ctx.accounts, input)),
  /** Ends all of the caller's sessions but this one. */
  endOtherSessions: own.mutation(({ ctx }) => endOtherSessions(ctx.tenant, ctx.accounts)),
  /** Sets a new password and ends the caller's other sessions. Throws WRONG_PASSWORD, INVALID. */
  changePassword: first
    .input(ChangePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.tenant, ctx.accounts, input)),
  /** Saves the caller's name and address. Throws STALE. */
  updateProfile: own
    .input(UpdateProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.tenant, ctx.accounts, input)),
  /** Saves the language the caller is spoken to in. */
  setLanguage: own.input(SetLanguageInput).mutation(({ ctx, input }) => setLanguage(ctx.tenant, ctx.accounts, input)),
  /** All that is kept about the caller, as a JSON file. */
  exportOwn: own.query(({ ctx }) => exportOwn(ctx.tenant, ctx.factory)),
  /** Whether the caller's second step is on, and how many recovery codes are left. */
  secondFactor: own.query(({ ctx }) => getSecondFactor(ctx.tenant)),
  /** Makes the secret for the caller's phone. Throws WRONG_PASSWORD, WRONG_STATE. */
  startSecondFactor: own
    .input(StartSecondFactorInput)
    .mutation(({ ctx, input }) => startSecondFactor(ctx.tenant, ctx.accounts, input)),
  /** Turns the second step on with a first code and answers the recovery codes. Throws WRONG_CODE, WRONG_STATE. */
  confirmSecondFactor: own
    .input(ConfirmSecondFactorInput)
    .mutation(({ ctx, input }) => confirmSecondFactor(ctx.tenant, ctx.accounts, input)),
  /** Turns the second step off. Throws WRONG_PASSWORD, WRONG_CODE. */
  stopSecondFactor: own
    .input(SecondFactorProofInput)
    .mutation(({ ctx, input }) => stopSecondFactor(ctx.tenant, ctx.accounts, input)),
  /** Answers new recovery codes in place of the old. Throws WRONG_PASSWORD, WRONG_CODE. */
  renewRecoveryCodes: own
    .input(SecondFactorProofInput)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.tenant, ctx.accounts, input)),
});
