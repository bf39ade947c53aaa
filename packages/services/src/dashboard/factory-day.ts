import { eq, type TenantDb } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";

/** The settings that days and amounts are told by. */
export async function findFactoryDay(db: TenantDb): Promise<Readonly<{ timeZone: string; currency: string }>> {
  const [row] = await db
    .select({ timeZone: settings.timeZone, currency: settings.currency })
    .from(settings)
    .where(eq(settings.id, 1));
  return { timeZone: row?.timeZone ?? "UTC", currency: row?.currency ?? "" };
}
