import { ClosePeriodInput, UpdateSettingsInput } from "@storehouse/domain";
import { closePeriod, getSettings, updateSettings } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What holds for the whole factory: its clocks, its money, how figures and days are written, what is low, what is closed. */
export const settingsRouter = router({
  /** The factory's settings. */
  get: tenantProcedure("settings.read").query(({ ctx }) => getSettings(ctx.tenant)),
  /** Changes them, from the version the change was made from. Throws STALE, INVALID. */
  update: tenantProcedure("settings.update")
    .input(UpdateSettingsInput)
    .mutation(({ ctx, input }) => updateSettings(ctx.tenant, input)),
  /** Closes the books up to a day that is over; moving it back needs `settings.reopen` and a reason. Throws STALE, INVALID. */
  closePeriod: tenantProcedure("settings.close")
    .input(ClosePeriodInput)
    .mutation(({ ctx, input }) => closePeriod(ctx.tenant, input)),
});
