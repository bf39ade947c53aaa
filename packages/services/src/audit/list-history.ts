import { and, desc, eq, gt, or, type TenantDb } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { type AuditValues, earlierStates, type History, type HistoryInput, type Restorable } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { type AuditCursor, AUDIT_COLUMNS, auditCursorOf, isOlder } from "./audit-page.ts";
import { assertReach } from "../place-scope.ts";
import { canonicalJson } from "../record/same-content.ts";
import { getCurrent } from "./restorable.ts";
import { toAuditRows } from "./to-audit-rows.ts";

/**
 * A record's versions, newest first, a page at a time: each line that tells of it, and what the record held right after.
 * Throws NOT_ALLOWED, NOT_FOUND, INVALID for a cursor no page handed out.
 */
export async function listHistory(ctx: TenantContext, input: HistoryInput): Promise<History> {
  authorize(ctx, "auditLogs.read");
  const { entity, entityId, limit } = input;
  if (entity === "location") assertReach(ctx, entityId);
  const after = auditCursorOf(input.after);
  const current = await getCurrent(ctx.db, entity, entityId);
  const lines = await selectHistory(ctx.db, entity, entityId, after).limit(limit + 1);
  const start =
    after === undefined
      ? current.content
      : await stateAt(ctx.db, { entity, entityId, current: current.content }, after);
  const page = toPage(lines, limit, ({ at, id }) => [at.toISOString(), id]);
  const rows = await toAuditRows(ctx, page.rows);
  const states = earlierStates(start, rows);
  const now = canonicalJson(current.content);
  return {
    ...page,
    version: current.version,
    rows: rows.map((row, index) => {
      const content = states[index] ?? start;
      return { ...row, content, isCurrent: canonicalJson(content) === now };
    }),
  };
}

/** The lines that tell of a record, newest first. */
export const selectHistory = (db: TenantDb, entity: Restorable, entityId: string, after: AuditCursor | undefined) =>
  db
    .select(AUDIT_COLUMNS)
    .from(auditLog, { forceIndex: ["audit_log_entity_ix"] })
    .where(and(eq(auditLog.entity, entity), eq(auditLog.entityId, entityId), after && isOlder(after)))
    .orderBy(desc(auditLog.at), desc(auditLog.id));

type Subject = Readonly<{ entity: Restorable; entityId: string; current: AuditValues }>;

/** What a record held before all the lines from the given one on were written: so, right after the line before it. */
export async function stateAt(
  db: TenantDb,
  { entity, entityId, current }: Subject,
  from: AuditCursor,
  isIncluded = true,
): Promise<AuditValues> {
  const isNewer = or(gt(auditLog.at, from.at), and(eq(auditLog.at, from.at), gt(auditLog.id, from.id)));
  const lines = await db
    .select({ before: auditLog.before })
    .from(auditLog, { forceIndex: ["audit_log_entity_ix"] })
    .where(
      and(
        eq(auditLog.entity, entity),
        eq(auditLog.entityId, entityId),
        isIncluded ? or(isNewer, eq(auditLog.id, from.id)) : isNewer,
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id));
  return earlierStates(current, [...lines, { before: null }]).at(-1) ?? current;
}
