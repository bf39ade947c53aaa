import { WatchInput } from "@storehouse/domain";
import { router, tenantProcedure } from "../trpc.ts";

/** What changes in the factory, as it changes. */
export const liveRouter = router({
  /**
   * Every change that the caller may hear of, by ids, from the last event that came on; each carries an id to come back with. An event that says
   * to start over means that some were missed. Throws RATE_LIMITED for too many streams; later NOT_SIGNED_IN, FACTORY_SUSPENDED.
   */
  changes: tenantProcedure("factory.read")
    .input(WatchInput)
    .subscription(({ ctx, input, signal }) => ctx.watch(input?.lastEventId, signal)),
});
