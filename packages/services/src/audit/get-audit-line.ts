import { and, asc, eq } from "@storehouse/db";
import { auditLog, auditNotes, users } from "@storehouse/db/tenant";
import { type AuditDetail, type AuditNote, type ByIdInput, fail } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { AUDIT_COLUMNS } from "./audit-page.ts";
import { type AuditLineRow, toAuditRows } from "./to-audit-rows.ts";
import { visibleTo } from "./visible-to.ts";

/** One line of the audit log with all that was said about it. Throws NOT_FOUND, also for a line the caller may not see. */
export async function getAuditLine(ctx: TenantContext, { id }: ByIdInput): Promise<AuditDetail> {
  authorize(ctx, "auditLogs.readOwn");
  const line = await getVisibleLine(ctx, id);
  const [row] = await toAuditRows(ctx, [line]);
  return row === undefined ? failMissing(id) : { ...row, notes: await readNotes(ctx, id) };
}

/** A line the caller may see. Throws NOT_FOUND. */
export async function getVisibleLine(ctx: TenantContext, id: string): Promise<AuditLineRow> {
  const [line] = await ctx.db
    .select(AUDIT_COLUMNS)
    .from(auditLog)
    .where(and(eq(auditLog.id, id), visibleTo(ctx)));
  return line ?? failMissing(id);
}

const failMissing = (id: string): never => fail({ code: "NOT_FOUND", entity: "auditLine", id });

async function readNotes({ db }: TenantContext, lineId: string): Promise<AuditNote[]> {
  const { id, kind, text, at, userId, device } = auditNotes;
  const rows = await db
    .select({ id, kind, text, at, userId, userName: users.name, device })
    .from(auditNotes)
    .innerJoin(users, eq(users.id, userId))
    .where(eq(auditNotes.lineId, lineId))
    .orderBy(asc(auditNotes.number));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
