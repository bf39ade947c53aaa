import { and, asc, eq, isDuplicateKey } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { type Entity, fail, redact } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { canonicalJson } from "./same-content.ts";

/** A record to make: the id its client chose, and all that the client said of it. */
export type NewRecord<Content extends Record<string, unknown>> = Readonly<{
  entity: Entity;
  action: string;
  id: string;
  content: Content;
  uniques: Readonly<Record<string, keyof Content & string>>;
}>;

/**
 * Makes a record and its audit line in one transaction, once per id. Sent again with the same content it does nothing;
 * with other content it is refused with KEY_REUSED. The audit line remembers what was sent, whatever became of the record since.
 */
export async function createOnce<Content extends Record<string, unknown>>(
  ctx: TenantContext,
  record: NewRecord<Content>,
  insert: (ctx: TenantContext) => Promise<void>,
): Promise<void> {
  if (await isRepeated(ctx, record)) return;
  try {
    await refuseTaken(record.uniques, record.content, () =>
      atomically(ctx, async (tx) => {
        await insert(tx);
        await recordAudit(tx, {
          action: record.action,
          entity: record.entity,
          entityId: record.id,
          after: record.content,
        });
      }),
    );
  } catch (error) {
    if (!isDuplicateKey(error, "PRIMARY")) throw error;
    if (!(await isRepeated(ctx, record))) fail({ code: "KEY_REUSED", clientId: record.id });
  }
}

async function isRepeated<Content extends Record<string, unknown>>(
  ctx: TenantContext,
  { entity, action, id, content }: NewRecord<Content>,
): Promise<boolean> {
  const [made] = await ctx.db
    .select({ action: auditLog.action, content: auditLog.after })
    .from(auditLog)
    .where(and(eq(auditLog.entity, entity), eq(auditLog.entityId, id)))
    .orderBy(asc(auditLog.at), asc(auditLog.id))
    .limit(1);
  if (made === undefined) return false;
  if (made.action !== action || canonicalJson(made.content) !== canonicalJson(redact(content))) {
    fail({ code: "KEY_REUSED", clientId: id });
  }
  return true;
}
