import { LoadSampleInput, RemoveSampleInput } from "@storehouse/domain";
import { getSample, loadSample, removeSample } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** A sample factory to look around in: there in one click, gone in one. */
export const sampleRouter = router({
  /** The sample that is there, and whether one may be loaded. */
  current: tenantProcedure("factory.read").query(({ ctx }) => getSample(ctx.tenant)),
  /** Loads one into an empty factory, once per id. Throws IN_USE, WRONG_STATE. */
  load: tenantProcedure("sample.load")
    .input(LoadSampleInput)
    .mutation(({ ctx, input }) => loadSample(ctx.tenant, input)),
  /** Takes it away again; the ledger keeps what was booked and undone. Throws NOT_FOUND, IN_USE, INSUFFICIENT_STOCK. */
  remove: tenantProcedure("sample.remove")
    .input(RemoveSampleInput)
    .mutation(({ ctx, input }) => removeSample(ctx.tenant, input)),
});
