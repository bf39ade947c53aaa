import { ListDirectoryInput, RegisterInput, RegistrationInput } from "@storehouse/domain";
import { getFactory, syncConnections } from "@storehouse/services";
import { publicProcedure, router, tenantProcedure } from "../trpc.ts";

/** A factory signs up, waits for its database, and says who it is. */
export const factoryRouter = router({
  /** Books a factory and the making of its database. Throws TAKEN, INVALID, RATE_LIMITED, SIGN_UP_CLOSED. */
  register: publicProcedure.input(RegisterInput).mutation(({ ctx, input }) => ctx.door.register(ctx.visit, input)),
  /** How far the registration behind a ticket has come. Throws NOT_FOUND. */
  registration: publicProcedure
    .input(RegistrationInput)
    .query(({ ctx, input }) => ctx.door.registration(ctx.visit, input)),
  /** The factories of the installation, names and states only. Throws DIRECTORY_CLOSED where it does not show them. */
  factories: publicProcedure.input(ListDirectoryInput).query(({ ctx, input }) => ctx.door.directory(input)),
  /** The caller's factory. */
  current: tenantProcedure("factory.read").query(({ ctx }) => getFactory(ctx.tenant, ctx.factory)),
  /** Sets the connection limit of the caller's factory anew, by its people. */
  syncConnections: tenantProcedure("factory.syncConnections").mutation(({ ctx }) =>
    syncConnections(ctx.tenant, ctx.accounts),
  ),
});
