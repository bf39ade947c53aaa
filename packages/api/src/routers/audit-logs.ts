import {
  ByIdInput,
  CommentAuditInput,
  ExportAuditInput,
  FlagAuditInput,
  HistoryInput,
  ListAuditInput,
  RestoreInput,
  SettleAuditInput,
} from "@storehouse/domain";
import {
  commentLine,
  exportAudit,
  flagLine,
  getAuditLine,
  listAudit,
  listHistory,
  resolveLine,
  restoreRecord,
  unflagLine,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Who changed what, the questions asked about it, and the way back. Without `auditLogs.read` the lines are one's own. */
export const auditLogsRouter = router({
  /** The log's lines, newest first, filtered, a page at a time. */
  list: tenantProcedure("auditLogs.readOwn")
    .input(ListAuditInput)
    .query(({ ctx, input }) => listAudit(ctx.tenant, input)),
  /** One line with all that was said about it. Throws NOT_FOUND. */
  get: tenantProcedure("auditLogs.readOwn")
    .input(ByIdInput)
    .query(({ ctx, input }) => getAuditLine(ctx.tenant, input)),
  /** The lines that the filters name, as a CSV. Throws TOO_LARGE. */
  export: tenantProcedure("auditLogs.readOwn")
    .input(ExportAuditInput)
    .query(({ ctx, input }) => exportAudit(ctx.tenant, input)),
  /** Asks a question about a line. Throws WRONG_STATE while one is open, NOT_FOUND, KEY_REUSED. */
  flag: tenantProcedure("auditLogs.flag")
    .input(FlagAuditInput)
    .mutation(({ ctx, input }) => flagLine(ctx.tenant, input)),
  /** Takes a question back. Throws WRONG_STATE when none is open, NOT_FOUND, KEY_REUSED. */
  unflag: tenantProcedure("auditLogs.flag")
    .input(SettleAuditInput)
    .mutation(({ ctx, input }) => unflagLine(ctx.tenant, input)),
  /** Closes a question as answered. Throws WRONG_STATE when none is open, NOT_FOUND, KEY_REUSED. */
  resolve: tenantProcedure("auditLogs.flag")
    .input(SettleAuditInput)
    .mutation(({ ctx, input }) => resolveLine(ctx.tenant, input)),
  /** Says something about a line, as the answer to a question. Throws NOT_FOUND, KEY_REUSED. */
  comment: tenantProcedure("auditLogs.comment")
    .input(CommentAuditInput)
    .mutation(({ ctx, input }) => commentLine(ctx.tenant, input)),
  /** A record's versions, newest first, a page at a time. Throws NOT_FOUND. */
  history: tenantProcedure("auditLogs.read")
    .input(HistoryInput)
    .query(({ ctx, input }) => listHistory(ctx.tenant, input)),
  /** Puts a record back to an earlier version, by the permission to change it. Throws STALE, NOT_FOUND, TAKEN, ARCHIVED, IN_USE, INVALID, LAST_MASTER. */
  restore: tenantProcedure("auditLogs.read")
    .input(RestoreInput)
    .mutation(({ ctx, input }) => restoreRecord(ctx.tenant, ctx.accounts, input)),
});
