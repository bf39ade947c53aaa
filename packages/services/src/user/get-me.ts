import { asc, eq } from "@storehouse/db";
import { locations, roles, settings, userLocations, users } from "@storehouse/db/tenant";
import {
  fail,
  isReadOnly,
  languageOf,
  type Me,
  offeredWhenReadOnly,
  roleKeyOf,
  subscriptionFacts,
} from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { getSupportMe } from "./get-support-me.ts";
import type { FactoryStanding } from "./ports.ts";

/** Who is signed in, and where: all that a page needs to draw itself. Throws NOT_SIGNED_IN when the person is gone. */
export async function getMe(ctx: TenantContext, factory: FactoryStanding): Promise<Me> {
  authorize(ctx, "profile.manage");
  if (ctx.support !== undefined) return getSupportMe(ctx, factory, ctx.support);
  const [row] = await ctx.db
    .select({
      userId: users.id,
      username: users.username,
      name: users.name,
      email: users.email,
      role: users.role,
      roleId: users.roleId,
      ownRoleName: roles.name,
      mustChangePassword: users.mustChangePassword,
      language: users.language,
      version: users.version,
      currency: settings.currency,
      timeZone: settings.timeZone,
      numberFormat: settings.numberFormat,
      dateFormat: settings.dateFormat,
      closedThrough: settings.closedThrough,
    })
    .from(users)
    .innerJoin(settings, eq(settings.id, 1))
    .leftJoin(roles, eq(roles.id, users.roleId))
    .where(eq(users.id, personOf(ctx)));
  if (row === undefined) return fail({ code: "NOT_SIGNED_IN" });
  const { roleId, ownRoleName, language, ...rest } = row;
  const { factoryName, dbName } = factory;
  return {
    ...rest,
    language: languageOf(language) ?? null,
    role: roleKeyOf(row.role, roleId),
    roleName: ownRoleName ?? row.role,
    permissions: isReadOnly(factory.subscription)
      ? offeredWhenReadOnly(ctx.actor.permissions)
      : [...ctx.actor.permissions],
    places: ctx.actor.places === null ? null : await findPlaceNames(ctx),
    factoryName,
    dbName,
    subscription: subscriptionFacts(factory.subscription, ctx.now()),
    modulesOff: [...(ctx.lacks ?? [])],
  };
}

/** The places as they were chosen: a site stands for all that it holds. */
async function findPlaceNames(ctx: TenantContext): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ name: locations.name })
    .from(userLocations)
    .innerJoin(locations, eq(locations.id, userLocations.locationId))
    .where(eq(userLocations.userId, personOf(ctx)))
    .orderBy(asc(locations.name));
  return rows.map(({ name }) => name);
}
