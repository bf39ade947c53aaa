import { eq, type TenantDb } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import type { MakeFrom, MakeRule } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";

/** Where this factory's makings take their components from. */
export async function getMakeRule(ctx: TenantContext): Promise<MakeRule> {
  authorize(ctx, "productFormulas.read");
  return { makeFrom: await readMakeFrom(ctx.db) };
}

/** The factory's rule, for verbs that have asked for their own permission. */
export async function readMakeFrom(db: TenantDb): Promise<MakeFrom> {
  const [row] = await db.select({ makeFrom: settings.makeFrom }).from(settings).where(eq(settings.id, 1));
  return row?.makeFrom ?? "chosen";
}
