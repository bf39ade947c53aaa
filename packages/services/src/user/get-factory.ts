import { eq } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import { authorize, type TenantContext } from "../context.ts";
import type { FactoryFacts } from "./ports.ts";

/** A factory with the settings that numbers and times are shown by. */
export type FactoryDetail = FactoryFacts & Readonly<{ currency: string; timeZone: string }>;

/** The caller's factory. */
export async function getFactory(ctx: TenantContext, factory: FactoryFacts): Promise<FactoryDetail> {
  authorize(ctx, "factory.read");
  const [row] = await ctx.db
    .select({ currency: settings.currency, timeZone: settings.timeZone })
    .from(settings)
    .where(eq(settings.id, 1));
  if (row === undefined) throw new Error("the factory has no settings");
  const { id, factoryName, dbName } = factory;
  return { id, factoryName, dbName, ...row };
}
