import { and, eq } from "@storehouse/db";
import { notificationPreferences } from "@storehouse/db/tenant";
import type { SetPreferenceInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { storedHearing } from "./preference.ts";

/** Says whether and how the caller wants to hear of a kind of alert. What was said already changes nothing. */
export async function setPreference(ctx: TenantContext, input: SetPreferenceInput): Promise<Record<string, never>> {
  authorize(ctx, "notifications.read");
  const userId = personOf(ctx);
  const { kind } = input;
  const next = storedHearing(input);
  await atomically(ctx, async (tx) => {
    const [stored] = await tx.db
      .select({ inApp: notificationPreferences.inApp, email: notificationPreferences.email })
      .from(notificationPreferences)
      .where(and(eq(notificationPreferences.userId, userId), eq(notificationPreferences.kind, kind)));
    if (stored?.inApp === next.inApp && stored.email === next.email) return;
    await tx.db
      .insert(notificationPreferences)
      .values({ userId, kind, ...next })
      .onDuplicateKeyUpdate({ set: next });
    await recordAudit(tx, { action: "notifications.setPreference", entity: "user", entityId: userId, after: input });
  });
  return {};
}
