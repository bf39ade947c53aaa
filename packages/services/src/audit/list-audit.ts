import type { AuditRow, ListAuditInput, Page } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { listByGroup } from "../record/list-by-group.ts";
import { findAuditGroups, groupOf } from "./audit-groups.ts";
import { type AuditPage, auditCursorOf, planAuditPage, selectAuditLines } from "./audit-page.ts";
import { toAuditRows } from "./to-audit-rows.ts";

/**
 * The audit log, newest first unless asked otherwise, a page at a time; person by person or deed by deed where that leads the sort. Everybody's lines for
 * holders of `auditLogs.read`, else one's own. The search looks for the names and codes of records, and for references that begin with it.
 * Throws NOT_ALLOWED, INVALID for a cursor no page handed out.
 */
export async function listAudit(ctx: TenantContext, input: ListAuditInput): Promise<Page<AuditRow>> {
  authorize(ctx, "auditLogs.readOwn");
  const { lead } = input;
  if (lead === undefined) return listInTime(ctx, await planAuditPage(ctx, input));
  const whole = await planAuditPage(ctx, { ...input, after: undefined });
  return listByGroup(await findAuditGroups(ctx.db, whole, lead), input, (name, { limit, after }) =>
    listInTime(ctx, {
      ...whole,
      input: { ...input, limit },
      after: auditCursorOf(after),
      group: groupOf(lead, name),
    }),
  );
}

async function listInTime(ctx: TenantContext, page: AuditPage): Promise<Page<AuditRow>> {
  const lines = await selectAuditLines(ctx.db, page);
  const cut = toPage(lines, page.input.limit, ({ at, id }) => [at.toISOString(), id]);
  return { ...cut, rows: await toAuditRows(ctx, cut.rows) };
}
