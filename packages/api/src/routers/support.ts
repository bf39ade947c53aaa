import { ByIdInput, GrantSupportInput, LeaveSupportInput } from "@storehouse/domain";
import { endSupport, getSupport, grantSupport } from "@storehouse/services";
import { publicProcedure, router, tenantProcedure } from "../trpc.ts";

const mayGrant = tenantProcedure("support.grant");

/** Letting the service's support look into the factory. */
export const supportRouter = router({
  /** Whether support may look, until when and why, and who has looked. */
  status: tenantProcedure("support.read").query(({ ctx }) => getSupport(ctx.tenant, ctx.support)),
  /** Lets support look for some hours. Throws WRONG_STATE while a grant stands. */
  grant: mayGrant.input(GrantSupportInput).mutation(({ ctx, input }) => grantSupport(ctx.tenant, ctx.support, input)),
  /** Ends support's access at once. Throws NOT_FOUND. */
  end: mayGrant.input(ByIdInput).mutation(({ ctx, input }) => endSupport(ctx.tenant, ctx.support, input)),
  /** Ends the support session this request came with; without one, nothing happens. */
  leave: publicProcedure.input(LeaveSupportInput).mutation(({ ctx }) => ctx.door.leaveSupport(ctx.visit)),
});
