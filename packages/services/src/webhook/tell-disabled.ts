import { and, asc, eq, isNotNull } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { queueEmails } from "../email/queue-email.ts";

const PEOPLE_MAX = 20;

/** Writes to the factory's masters that an endpoint was turned off, in the open transaction. */
export async function tellDisabled(tx: TenantContext, host: string, since: Date): Promise<void> {
  const masters = await tx.db
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.role, "master"), eq(users.isActive, true), isNotNull(users.email)))
    .orderBy(asc(users.id))
    .limit(PEOPLE_MAX);
  const subject = `Webhook turned off: ${host}`;
  const body =
    `The program at ${host} has taken nothing since ${since.toISOString().slice(0, 16).replace("T", " ")} UTC, so it is not told any more.\n` +
    "Put it right there, turn the webhook on again, and send again what it missed.";
  await queueEmails(
    tx,
    masters.flatMap(({ email }) =>
      email === null ? [] : [{ toAddress: email, subject, body, path: "/programs?tab=webhooks" }],
    ),
  );
}
