import { CreateUnitInput } from "@storehouse/domain";
import { createUnit, listUnits } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Units quantities are counted in. */
export const unitsRouter = router({
  /** Every unit, by code. */
  list: tenantProcedure("units.read").query(({ ctx }) => listUnits(ctx.tenant)),
  /** Adds a unit of the factory's own. Throws TAKEN, KEY_REUSED, LIMIT_REACHED. */
  create: tenantProcedure("units.create")
    .input(CreateUnitInput)
    .mutation(({ ctx, input }) => createUnit(ctx.tenant, input)),
});
