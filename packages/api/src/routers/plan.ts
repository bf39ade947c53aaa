import { SetModuleInput } from "@storehouse/domain";
import { getPlan, measurePlan, setModule } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

const mayRead = tenantProcedure("plan.read");

/** What the caller's factory may have by its plan, and how much of it is used. */
export const planRouter = router({
  /** Limits, what is used of them, and the last thirty days as they were measured. */
  get: mayRead.query(({ ctx }) => getPlan(ctx.tenant, ctx.usage, ctx.factory)),
  /** Measures the days up to now, and answers as `get` does. */
  measure: mayRead.mutation(({ ctx }) => measurePlan(ctx.tenant, ctx.usage, ctx.factory)),
  /** Turns a module of the plan on or off; what was made with it is kept. Throws MODULE_DISABLED for one the plan leaves out. */
  setModule: tenantProcedure("plan.setModule")
    .input(SetModuleInput)
    .mutation(({ ctx, input }) => setModule(ctx.tenant, ctx.modules, input)),
});
