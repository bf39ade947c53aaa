import { getDashboard, getFirstSteps, getOwnDay } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What Home shows, each page of it in one question. */
export const dashboardRouter = router({
  /** The factory at a glance: value, what runs short, today, seven days, thirty days of sales, the latest entries. */
  get: tenantProcedure("inventory.read").query(({ ctx }) => getDashboard(ctx.tenant)),
  /** The caller's own entries of today, and what runs short. */
  ownDay: tenantProcedure("inventory.read").query(({ ctx }) => getOwnDay(ctx.tenant)),
  /** What the factory has of its own by now, for the first days' steps. */
  firstSteps: tenantProcedure("factory.read").query(({ ctx }) => getFirstSteps(ctx.tenant)),
});
