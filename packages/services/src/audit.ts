import { auditLog } from "@storehouse/db/tenant";
import type { TenantContext } from "./context.ts";
import { newId } from "./new-id.ts";

/** One line for the audit log: which record, and its values before and after as far as they changed. */
export type AuditLine = Readonly<{
  action: string;
  entity: string;
  entityId: string;
  before?: Readonly<Record<string, unknown>>;
  after?: Readonly<Record<string, unknown>>;
  reason?: string;
}>;

/** Writes audit lines. Call it inside the transaction of the change: without its line, a change does not happen. */
export async function recordAudit(ctx: TenantContext, ...lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  const { actor } = ctx;
  await ctx.db.insert(auditLog).values(
    lines.map((line) => ({
      id: newId(),
      at: ctx.now(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action: line.action,
      entity: line.entity,
      entityId: line.entityId,
      before: line.before ?? null,
      after: line.after ?? null,
      reason: line.reason ?? null,
      address: actor.kind === "user" ? actor.address : null,
      device: actor.kind === "user" ? actor.device : null,
    })),
  );
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
