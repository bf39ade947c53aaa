import { uuidToBytes } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { redact } from "@storehouse/domain";
import type { TenantContext } from "./context.ts";
import { changesOfAudit, recordChange } from "./live/record-change.ts";
import { newId } from "./new-id.ts";
import { tellAudit } from "./webhook/tell-audit.ts";

/** One line for the audit log: which record, and its values before and after as far as they changed. */
export type AuditLine = Readonly<{
  action: string;
  entity: string;
  entityId: string;
  before?: Readonly<Record<string, unknown>>;
  after?: Readonly<Record<string, unknown>>;
  reason?: string;
}>;

/** Writes audit lines, and tells open screens and programs. Call it inside the transaction of the change: without its line, a change does not happen. */
export async function recordAudit(ctx: TenantContext, ...lines: readonly AuditLine[]): Promise<void> {
  await recordChange(ctx, ...lines.flatMap(({ entity, entityId }) => changesOfAudit(entity, entityId)));
  await tellAudit(ctx, lines);
  const rows = lines.map((line) => rowOf(ctx, line));
  const [only] = rows;
  if (only === undefined) return;
  if (rows.length === 1) return insertOne(ctx, only);
  await ctx.db.insert(auditLog).values(rows);
}

/** The part of two versions of a record that differs: what an audit line keeps. */
export function difference<T extends Record<string, unknown>>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } {
  const keys = (Object.keys(after) as (keyof T)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}

const rowOf = ({ actor, now, restoresLineId, bulkChangeId, takeBack }: TenantContext, line: AuditLine) => ({
  id: newId(),
  at: now(),
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  action: takeBack?.action ?? (restoresLineId === undefined ? line.action : RESTORE),
  entity: line.entity,
  entityId: line.entityId,
  before: line.before === undefined ? null : redact(line.before),
  after: afterOf(line, { restoredLineId: restoresLineId, bulkChangeId, takeBackId: takeBack?.id }),
  reason: line.reason ?? takeBack?.reason ?? null,
  address: actor.kind === "job" ? null : actor.address,
  device: actor.kind === "job" ? null : actor.device,
});

type Origin = Readonly<Record<"restoredLineId" | "bulkChangeId" | "takeBackId", string | undefined>>;

/** A change that puts an earlier state back is told as that, with the line it goes back to; one of many, with the change it is part of. */
function afterOf({ after }: AuditLine, origin: Origin): Record<string, unknown> | null {
  const known = Object.entries(origin).filter(([, id]) => id !== undefined);
  if (known.length === 0) return after === undefined ? null : redact(after);
  return { ...redact(after ?? {}), ...Object.fromEntries(known) };
}

const RESTORE = "auditLogs.restore";

/** Every booking writes one line: prepared, it costs a third. */
async function insertOne({ db }: TenantContext, row: ReturnType<typeof rowOf>): Promise<void> {
  await db.source.prepared(INSERT_ONE, [
    uuidToBytes(row.id),
    row.at,
    row.actorKind,
    row.actorId === null ? null : uuidToBytes(row.actorId),
    row.actorName,
    row.action,
    row.entity,
    uuidToBytes(row.entityId),
    row.before && JSON.stringify(row.before),
    row.after && JSON.stringify(row.after),
    row.reason,
    row.address,
    row.device,
  ]);
}

const INSERT_ONE = `insert into audit_log (id, at, actor_kind, actor_id, actor_name, action, entity, entity_id, before_values, after_values,
  reason, address, device) values (?,?,?,?,?,?,?,?,?,?,?,?,?)`;
