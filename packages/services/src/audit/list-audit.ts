import type { AuditRow, ListAuditInput, Page } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { planAuditPage, selectAuditLines } from "./audit-page.ts";
import { toAuditRows } from "./to-audit-rows.ts";

/**
 * The audit log, newest first, a page at a time: everybody's lines for holders of `auditLogs.read`, else one's own. The search looks for the
 * names and codes of records, and for references that begin with it. Throws NOT_ALLOWED, INVALID for a cursor no page handed out.
 */
export async function listAudit(ctx: TenantContext, input: ListAuditInput): Promise<Page<AuditRow>> {
  authorize(ctx, "auditLogs.readOwn");
  const lines = await selectAuditLines(ctx.db, await planAuditPage(ctx, input));
  const page = toPage(lines, input.limit, ({ at, id }) => [at.toISOString(), id]);
  return { ...page, rows: await toAuditRows(ctx, page.rows) };
}
