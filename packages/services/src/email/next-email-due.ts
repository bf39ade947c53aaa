import { asc, eq } from "@storehouse/db";
import { outboxEmails } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";

/** When a factory's next e-mail is to be sent; undefined when none waits. For jobs. */
export async function nextEmailDue({ db }: TenantContext): Promise<Date | undefined> {
  const [first] = await db
    .select({ dueAt: outboxEmails.dueAt })
    .from(outboxEmails)
    .where(eq(outboxEmails.state, "QUEUED"))
    .orderBy(asc(outboxEmails.dueAt))
    .limit(1);
  return first?.dueAt;
}
