import { FindRecordsInput } from "@storehouse/domain";
import { findRecords, getSearchIndex } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Finding anything by what it is called. Answers hold only what the caller's role and places let them see. */
export const searchRouter = router({
  /** Codes and names of all records, entries apart, for a browser to search by itself. */
  index: tenantProcedure("factory.read").query(({ ctx }) => getSearchIndex(ctx.tenant)),
  /** Records of every kind by code, name or reference. */
  find: tenantProcedure("factory.read")
    .input(FindRecordsInput)
    .query(({ ctx, input }) => findRecords(ctx.tenant, input)),
});
