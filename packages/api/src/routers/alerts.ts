import { ByIdInput, ListAlertsInput, SetThresholdInput, ThresholdsInput } from "@storehouse/domain";
import {
  acknowledgeAlert,
  countAlerts,
  getThresholds,
  listAlerts,
  resolveAlert,
  setThreshold,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What holds now and has to be seen to. Alerts are raised and ended by what causes them; nobody makes one by hand. */
export const alertsRouter = router({
  /** What holds now by urgency, or what has ended, filtered, a page at a time. */
  list: tenantProcedure("alerts.read")
    .input(ListAlertsInput)
    .query(({ ctx, input }) => listAlerts(ctx.tenant, input)),
  /** How many hold now, by kind, and how many nobody has seen to. */
  counts: tenantProcedure("alerts.read").query(({ ctx }) => countAlerts(ctx.tenant)),
  /** Says that somebody is seeing to it. Throws NOT_FOUND, WRONG_STATE once it has ended. */
  acknowledge: tenantProcedure("alerts.acknowledge")
    .input(ByIdInput)
    .mutation(({ ctx, input }) => acknowledgeAlert(ctx.tenant, input)),
  /** Ends one of a level that does not tie. Throws NOT_FOUND, WRONG_STATE for one that ends by itself. */
  resolve: tenantProcedure("alerts.resolve")
    .input(ByIdInput)
    .mutation(({ ctx, input }) => resolveAlert(ctx.tenant, input)),
  /** A variant's limits, over all places and at each. Throws NOT_FOUND. */
  thresholds: tenantProcedure("alerts.read")
    .input(ThresholdsInput)
    .query(({ ctx, input }) => getThresholds(ctx.tenant, input)),
  /** Sets a variant's limits over all places, or its minimum at one. Throws NOT_FOUND, ARCHIVED, INVALID. */
  setThreshold: tenantProcedure("alerts.setThreshold")
    .input(SetThresholdInput)
    .mutation(({ ctx, input }) => setThreshold(ctx.tenant, input)),
});
