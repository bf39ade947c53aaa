import { and, asc, desc, eq, type SQL, type TenantDb } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { fail, type ListAuditInput } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";
import { ownFilters, scopeFilters } from "./audit-filters.ts";
import { type AuditScope, findAuditScope, type Records } from "./audit-scope.ts";
import { ownerOf, visibleTo } from "./visible-to.ts";

/** Where a page of lines begins: after the last of the page before. */
export type AuditCursor = Readonly<{ at: Date; id: string }>;

export type AuditPage = Readonly<{
  input: ListAuditInput;
  scope: AuditScope;
  after: AuditCursor | undefined;
  /** Set where only one's own lines may be seen. */
  ownerId: string | undefined;
  isVisible: SQL | undefined;
  now: Date;
  /** Set where the list comes group by group: keeps one of them. */
  group?: AuditGroup;
}>;

/** The lines of one person or of one action, and the index they stand in, in their order. */
export type AuditGroup = Readonly<{ where: SQL; index: string }>;

/** What a page is of, for whoever asks: without `auditLogs.read` it is of one's own lines. */
export async function planAuditPage(ctx: TenantContext, input: ListAuditInput): Promise<AuditPage> {
  const scope = await findAuditScope(ctx.db, input);
  return {
    input,
    scope,
    after: auditCursorOf(input.after),
    ownerId: ownerOf(ctx),
    isVisible: visibleTo(ctx),
    now: ctx.now(),
  };
}

/** The place a page ended. Refuses what no page handed out. */
export function auditCursorOf(text: string | undefined): AuditCursor | undefined {
  const [at, id] = unpackCursor(text, 2) ?? [];
  if (at === undefined || id === undefined) return undefined;
  const moment = new Date(at ?? "");
  if (id === null || Number.isNaN(moment.getTime()))
    return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  return { at: moment, id };
}

/** True for lines older than the cursor's; newer ones where the list goes that way. */
export const isOlder = ({ at, id }: AuditCursor, direction: "asc" | "desc" = "desc") =>
  comesAfter(
    [
      [auditLog.at, at],
      [auditLog.id, id],
    ],
    direction,
  );

/** Reads a page and one line more, newest first unless asked otherwise. The page is cut from the log's indexes alone; the lines are then read by their ids. */
export function selectAuditLines(db: TenantDb, page: AuditPage) {
  const { input, after, scope, isVisible, now, group } = page;
  const { direction = "desc" } = input;
  const order = direction === "asc" ? asc : desc;
  const cut = db
    .select({ id: auditLog.id })
    .from(auditLog, { forceIndex: indexesFor(page) })
    .where(
      and(
        group?.where,
        ...ownFilters(input, now),
        ...scopeFilters(db, input, scope),
        isVisible,
        after && isOlder(after, direction),
      ),
    )
    .orderBy(order(auditLog.at), order(auditLog.id))
    .limit(input.limit + 1)
    .as("page");
  return db
    .select(AUDIT_COLUMNS)
    .from(cut)
    .innerJoin(auditLog, eq(auditLog.id, cut.id))
    .orderBy(order(auditLog.at), order(auditLog.id));
}

export const AUDIT_COLUMNS = {
  id: auditLog.id,
  at: auditLog.at,
  actorKind: auditLog.actorKind,
  actorId: auditLog.actorId,
  actorName: auditLog.actorName,
  action: auditLog.action,
  entity: auditLog.entity,
  entityId: auditLog.entityId,
  before: auditLog.before,
  after: auditLog.after,
  reason: auditLog.reason,
  address: auditLog.address,
  device: auditLog.device,
};

/** The indexes the server may choose from, by what the filters pin down. One that is named is used: the log is never read whole. */
function indexesFor({ input, scope, ownerId, group }: AuditPage): string[] {
  if (Array.isArray(scope.lineIds)) return ["PRIMARY"];
  const named = [scope.products, scope.location, scope.reference, scope.search];
  if ((input.entity !== undefined && input.entityId !== undefined) || named.some(isFew)) return ["audit_log_entity_ix"];
  if (group !== undefined) return [group.index];
  return [
    "audit_log_at_ix",
    ...(input.entity === undefined ? [] : ["audit_log_kind_ix"]),
    ...((ownerId ?? input.userId) === undefined ? [] : ["audit_log_actor_ix"]),
    ...(input.actions?.length ? ["audit_log_action_ix"] : []),
  ];
}

const isFew = (records: Records | undefined): boolean =>
  records !== undefined && Object.values(records).every((ids) => ids !== "many");
