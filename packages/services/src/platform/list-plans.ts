import { asc } from "@storehouse/db";
import { plans } from "@storehouse/db/central";
import { type OfferedPlan, readModules } from "@storehouse/domain";
import { authorizeOperator, type PlatformContext } from "./platform-context.ts";

/** The plans of this installation as they stand, those it added or changed included, by code. */
export async function listPlans(ctx: PlatformContext): Promise<readonly OfferedPlan[]> {
  authorizeOperator(ctx, "factories.read");
  const rows = await ctx.central.select().from(plans).orderBy(asc(plans.code));
  return rows.map(({ code, modules, ...row }) => ({
    code,
    limits: {
      users: row.maxUsers,
      products: row.maxProducts,
      locations: row.maxLocations,
      storageMb: row.maxStorageMb,
    },
    modules: readModules(modules),
  }));
}
