import type { FactorySettings } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { hasPostings } from "./has-postings.ts";
import { readSettings } from "./read-settings.ts";

/** The factory's settings. Throws NOT_ALLOWED. */
export async function getSettings(ctx: TenantContext): Promise<FactorySettings> {
  authorize(ctx, "settings.read");
  const { factoryId: _, ...settings } = await readSettings(ctx.db);
  return { ...settings, isCurrencyFixed: await hasPostings(ctx.db) };
}
