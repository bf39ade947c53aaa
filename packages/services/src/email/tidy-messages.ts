import { and, eq, lt } from "@storehouse/db";
import { notifications, outboxEmails } from "@storehouse/db/tenant";
import { atomically, type TenantContext } from "../context.ts";

const DAY_MS = 24 * 60 * 60_000;
const KEPT_DAYS = { read: 90, sent: 30 };
const AT_ONCE = 5_000;

/** Removes notifications read long ago and e-mails sent long ago, a bounded number a run. For jobs. What was given up stays to be looked at. */
export async function tidyMessages(ctx: TenantContext): Promise<{ removed: number }> {
  const before = (days: number): Date => new Date(ctx.now().getTime() - days * DAY_MS);
  const [read] = await atomically(ctx, ({ db }) =>
    db
      .delete(notifications)
      .where(lt(notifications.readAt, before(KEPT_DAYS.read)))
      .limit(AT_ONCE),
  );
  const [sent] = await atomically(ctx, ({ db }) =>
    db
      .delete(outboxEmails)
      .where(and(eq(outboxEmails.state, "SENT"), lt(outboxEmails.dueAt, before(KEPT_DAYS.sent))))
      .limit(AT_ONCE),
  );
  return { removed: read.affectedRows + sent.affectedRows };
}
