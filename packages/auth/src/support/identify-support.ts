import type { CentralDb } from "@storehouse/db";
import { fail, SUPPORT_PERMISSIONS } from "@storehouse/domain";
import { assertOpen } from "@storehouse/tenancy";
import type { FactoryDoor } from "../factory-door.ts";
import type { Identified } from "../identify.ts";
import { findSupport } from "./find-support.ts";

type Ports = Readonly<{ factories: FactoryDoor; central: CentralDb }>;

/**
 * Finds out which operator a support session belongs to and opens the one factory that let them in. The session alone names it.
 * Throws SUPPORT_CLOSED, FACTORY_SUSPENDED, FACTORY_NOT_READY; BUSY and UNAVAILABLE when a database can't be asked.
 */
export async function identifySupport({ factories, central }: Ports, secret: string): Promise<Identified> {
  const visitor = await findSupport(central, secret, new Date());
  if (visitor === undefined) return fail({ code: "SUPPORT_CLOSED" });
  const factory = await factories.findFactoryById(visitor.factoryId);
  if (factory === undefined) return fail({ code: "SUPPORT_CLOSED" });
  assertOpen(factory);
  const { operatorId: userId, username, name, sessionId, device, until } = visitor;
  const who = { userId, username, name, sessionId, device, role: "viewer", mustChangePassword: false, places: null };
  return {
    person: { ...who, permissions: SUPPORT_PERMISSIONS },
    factory,
    door: await factories.openTenant(factory),
    isAging: false,
    sessionSecret: "",
    support: { until: until.toISOString() },
  };
}
