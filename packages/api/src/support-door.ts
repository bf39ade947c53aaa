import { closeSupportSession, deviceName, findSupport, openSupportSession } from "@storehouse/auth";
import { fail, type OperatorActor, SUPPORT_PERMISSIONS } from "@storehouse/domain";
import { noteSupportVisit, type TenantContext } from "@storehouse/services";
import { assertOpen, type FactoryRecord, type Tenancy } from "@storehouse/tenancy";
import type { ApiOptions } from "./api-options.ts";
import type { Visit } from "./context.ts";
import { supportCookie } from "./support-cookie.ts";

type Options = Pick<ApiOptions, "tenancy" | "isSecure">;
type Who = Readonly<{ id: string; name: string; origin: Readonly<{ device: string; address: string }> }>;

/** Lets an operator into a factory that granted it, and sets the cookie. Throws NOT_FOUND, SUPPORT_CLOSED, FACTORY_SUSPENDED. */
export async function enterSupport(
  { tenancy, isSecure }: Options,
  visit: Visit,
  { operator, factoryId }: Readonly<{ operator: OperatorActor; factoryId: string }>,
): Promise<void> {
  const factory = await tenancy.findFactoryById(factoryId);
  if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  assertOpen(factory);
  const origin = { device: deviceName(visit.userAgent), address: visit.address };
  const entry = { operator, factoryId, origin, now: new Date() };
  const { secret, until } = await openSupportSession(tenancy.central, entry, (opened) =>
    inFactory(tenancy, factory, { ...operator, origin }, (ctx) => noteSupportVisit(ctx, "support.enter", opened)),
  );
  visit.setCookie(supportCookie(isSecure).set(secret, until));
}

/** Ends the support session a request came with, and takes the cookie away. */
export async function leaveSupport({ tenancy, isSecure }: Options, visit: Visit): Promise<Record<string, never>> {
  const cookie = supportCookie(isSecure);
  const secret = cookie.read(visit.cookieHeader);
  if (secret === undefined) return {};
  const visitor = await findSupport(tenancy.central, secret, new Date());
  const factory = visitor && (await tenancy.findFactoryById(visitor.factoryId));
  if (visitor !== undefined && factory !== undefined) {
    const who = {
      id: visitor.operatorId,
      name: visitor.name,
      origin: { device: visitor.device, address: visit.address },
    };
    await closeSupportSession(tenancy.central, visitor, {
      now: new Date(),
      alongside: () => inFactory(tenancy, factory, who, (ctx) => noteSupportVisit(ctx, "support.leave", visitor)),
    });
  }
  visit.setCookie(cookie.clear());
  return {};
}

async function inFactory(
  tenancy: Tenancy,
  factory: FactoryRecord,
  { id, name, origin }: Who,
  work: (ctx: TenantContext) => Promise<void>,
): Promise<void> {
  const { db, release } = await tenancy.openTenant(factory);
  try {
    const actor = { kind: "support", id, name, permissions: SUPPORT_PERMISSIONS, places: null, ...origin } as const;
    await work({ db, actor, now: () => new Date(), allowance: factory.allowance });
  } finally {
    release();
  }
}
