import { BulkRowsInput, ByIdInput, CountBulkInput, PageInput, PreviewBulkInput } from "@storehouse/domain";
import {
  applyBulk,
  countBulk,
  getBulkStatus,
  listBulk,
  listBulkRows,
  previewBulk,
  undoBulk,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

const changing = tenantProcedure("bulk.change");

/** Changes of many records at once: seen first, applied as they were seen, and taken back in one go. */
export const bulkRouter = router({
  /** How many records the filters of a list leave. */
  count: changing.input(CountBulkInput).query(({ ctx, input }) => countBulk(ctx.tenant, input)),
  /** What a change would do, kept under the id the client made. Changes nothing. Throws TOO_LARGE, NOT_FOUND, ARCHIVED, INVALID, KEY_REUSED. */
  preview: changing.input(PreviewBulkInput).mutation(({ ctx, input }) => previewBulk(ctx.tenant, input)),
  /** Applies what was previewed; while the answer's state is APPLYING, send it again. Throws NOT_FOUND, ARCHIVED. */
  commit: changing.input(ByIdInput).mutation(({ ctx, input }) => applyBulk(ctx.tenant, ctx.accounts, input)),
  /** Takes a change back; while the answer's state is UNDOING, send it again. Throws NOT_FOUND, WRONG_STATE. */
  undo: changing.input(ByIdInput).mutation(({ ctx, input }) => undoBulk(ctx.tenant, ctx.accounts, input)),
  /** One change, with how its records stand. Throws NOT_FOUND. */
  get: changing.input(ByIdInput).query(({ ctx, input }) => getBulkStatus(ctx.tenant, input)),
  /** The records of a change from what to what, a page at a time, with what became of each. Throws NOT_FOUND. */
  rows: changing.input(BulkRowsInput).query(({ ctx, input }) => listBulkRows(ctx.tenant, input)),
  /** The changes that were applied, newest first, a page at a time. */
  list: changing.input(PageInput.strict()).query(({ ctx, input }) => listBulk(ctx.tenant, input)),
});
