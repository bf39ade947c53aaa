import { eq } from "@storehouse/db";
import { notificationPreferences, users } from "@storehouse/db/tenant";
import { NOTIFICATION_KINDS, type NotificationPreference } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { hearingAtFirst, hearingOf } from "./preference.ts";

/** What the caller hears of and how, for every kind that is told to people with their permissions; and the address their e-mail would go to. */
export async function listPreferences(
  ctx: TenantContext,
): Promise<{ email: string | null; kinds: readonly NotificationPreference[] }> {
  authorize(ctx, "notifications.read");
  const userId = personOf(ctx);
  const [person] = await ctx.db
    .select({ role: users.role, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  const { kind, inApp, email } = notificationPreferences;
  const stored = await ctx.db
    .select({ kind, inApp, email })
    .from(notificationPreferences)
    .where(eq(notificationPreferences.userId, userId));
  const said = new Map(stored.map((row) => [row.kind, hearingOf(row)]));
  const kinds = NOTIFICATION_KINDS.filter(
    (one) => one !== "WEBHOOK_OFF" || ctx.actor.permissions.has("webhooks.update"),
  );
  return {
    email: person?.email ?? null,
    kinds: kinds.map((one) => ({ kind: one, ...(said.get(one) ?? hearingAtFirst(person?.role ?? "", one)) })),
  };
}
