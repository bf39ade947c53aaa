import { fail } from "@storehouse/domain";
import { assertOpen, type FactoryRecord, type OpenTenant } from "@storehouse/tenancy";
import type { FactoryDoor } from "./factory-door.ts";
import { isApiKey, readApiKey } from "./session/api-key-token.ts";
import { findKeyHolder } from "./session/find-key-holder.ts";
import { findPerson, type Person } from "./session/find-person.ts";
import type { SessionCache } from "./session/session-cache.ts";
import { decodeToken } from "./session/session-token.ts";

/** Who sent a request and their factory's database. Release the door when the request has ended. */
export type Identified = Readonly<{
  person: Person;
  factory: FactoryRecord;
  door: OpenTenant;
  /** The token to hand out in place of an aging one; a session that is used goes on. */
  isAging: boolean;
  sessionSecret: string;
  /** Set for an operator who looks by the factory's grant: until when. */
  support?: Readonly<{ until: string }>;
}>;

export type IdentifyPorts = Readonly<{ factories: FactoryDoor; cache: SessionCache; secrets: readonly string[] }>;

const AGING_AFTER_S = 24 * 60 * 60;

/**
 * Finds out who a session token or an API key belongs to and opens their factory. The token alone names the factory.
 * Throws NOT_SIGNED_IN, FACTORY_SUSPENDED, FACTORY_NOT_READY; BUSY and UNAVAILABLE when a database can't be asked: that signs nobody out.
 */
export async function identify(
  { factories, cache, secrets }: IdentifyPorts,
  token: string | undefined,
): Promise<Identified> {
  if (token === undefined || token === "") return fail({ code: "NOT_SIGNED_IN" });
  const isKey = isApiKey(token);
  const find = isKey ? findKeyHolder : findPerson;
  const claims = await cache.claimsOf(token, async () => (isKey ? readApiKey(token) : decodeToken(token, secrets)));
  if (claims === undefined) return fail({ code: "NOT_SIGNED_IN" });
  const { factoryId, userId, sessionSecret, issuedAt } = claims;
  const factory = await factories.findFactoryById(factoryId);
  if (factory === undefined) return fail({ code: "NOT_SIGNED_IN" });
  assertOpen(factory);
  const door = await factories.openTenant(factory);
  try {
    const person = await cache.personOf(token, () => find(door.db, sessionSecret, new Date()));
    if (person === undefined || person.userId !== userId) return fail({ code: "NOT_SIGNED_IN" });
    return { person, factory, door, isAging: Date.now() / 1000 - issuedAt > AGING_AFTER_S, sessionSecret };
  } catch (error) {
    door.release();
    throw error;
  }
}
