import { eq } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import { type Me, subscriptionFacts, SUPPORT_OFFERED } from "@storehouse/domain";
import { personOf, type TenantContext } from "../context.ts";
import type { FactoryStanding } from "./ports.ts";

/** An operator who looks by the factory's grant, as its pages draw themselves for them: no person of it, and offered nothing but looking. */
export async function getSupportMe(
  ctx: TenantContext,
  { factoryName, dbName, subscription }: FactoryStanding,
  support: Readonly<{ until: string }>,
): Promise<Me> {
  const { currency, timeZone, numberFormat, dateFormat, closedThrough } = settings;
  const [row] = await ctx.db
    .select({ currency, timeZone, numberFormat, dateFormat, closedThrough })
    .from(settings)
    .where(eq(settings.id, 1));
  if (row === undefined) throw new Error("the factory has no settings");
  return {
    ...row,
    userId: personOf(ctx),
    username: ctx.actor.name,
    name: ctx.actor.name,
    email: null,
    role: "viewer",
    roleName: "viewer",
    permissions: SUPPORT_OFFERED.filter((one) => ctx.actor.permissions.has(one)),
    places: null,
    mustChangePassword: false,
    language: null,
    version: 0,
    factoryName,
    dbName,
    subscription: subscriptionFacts(subscription, ctx.now()),
    modulesOff: [...(ctx.lacks ?? [])],
    support,
  };
}
