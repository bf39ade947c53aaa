import { eventOfAudit, redact } from "@storehouse/domain";
import type { AuditLine } from "../audit.ts";
import type { TenantContext } from "../context.ts";
import type { Told } from "./event-book.ts";
import { findHooks } from "./find-hooks.ts";
import { tell } from "./write-events.ts";

/**
 * Tells programs of the records that audit lines speak of: each with what changed, before and after. Asks who listens before anything is locked,
 * so that what is told later in the transaction need not.
 */
export async function tellAudit(ctx: TenantContext, lines: readonly AuditLine[]): Promise<void> {
  const hooks = await findHooks(ctx);
  if (hooks.length === 0) return;
  const told = lines.flatMap((line): Told[] => {
    const event = eventOfAudit(line.entity, line.action);
    if (event === undefined || !hooks.some(({ events }) => events.has(event))) return [];
    return [{ event, head: {}, list: "records", items: [recordOf(line)], count: 1 }];
  });
  await tell(ctx, ...told);
}

const recordOf = ({ entity, entityId, action, before, after, reason }: AuditLine) => ({
  id: entityId,
  kind: entity,
  action,
  before: before === undefined ? null : redact(before),
  after: after === undefined ? null : redact(after),
  reason: reason ?? null,
});
