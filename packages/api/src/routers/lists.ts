import { ExportListInput } from "@storehouse/domain";
import { exportList } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What holds for every list. */
export const listsRouter = router({
  /** A list as it is seen, with its filters, order and columns, as a file. Asks the list's own permission too. Throws INVALID, TOO_LARGE, BUSY. */
  export: tenantProcedure("lists.export")
    .input(ExportListInput)
    .query(({ ctx, input }) => exportList(ctx.tenant, input)),
});
