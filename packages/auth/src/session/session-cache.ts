import { LRUCache } from "lru-cache";
import type { Person } from "./find-person.ts";
import type { SessionClaims } from "./session-token.ts";

const FOR_MS = 5_000;
const ENTRIES_MAX = 20_000;

/** What the process remembers of tokens it has seen: at most five seconds, and not past a change it was told of. */
export type SessionCache = Readonly<{
  claimsOf: (token: string, decode: () => Promise<SessionClaims | undefined>) => Promise<SessionClaims | undefined>;
  personOf: (token: string, look: () => Promise<Person | undefined>) => Promise<Person | undefined>;
  forgetPerson: (factoryId: string, userId: string) => void;
}>;

type Entry = { claims: SessionClaims; person: Person | undefined };

/** Makes the memory of one process. Another process notices a change when its own entry has grown old. */
export function createSessionCache(): SessionCache {
  const entries = new LRUCache<string, Entry>({ max: ENTRIES_MAX, ttl: FOR_MS });
  let changes = 0;

  return {
    claimsOf: async (token, decode) => {
      const known = entries.get(token);
      if (known !== undefined) return known.claims;
      const claims = await decode();
      if (claims !== undefined) entries.set(token, { claims, person: undefined });
      return claims;
    },
    personOf: async (token, look) => {
      const known = entries.get(token);
      if (known?.person !== undefined) return known.person;
      const before = changes;
      const person = await look();
      // Who has to change their password goes on the moment they have, whichever process they told.
      if (person?.mustChangePassword === true) return person;
      // A look-up that a change overtook may have read what stood before it.
      if (known !== undefined && person !== undefined && before === changes)
        entries.set(token, { claims: known.claims, person });
      return person;
    },
    forgetPerson: (factoryId, userId) => {
      changes += 1;
      for (const [token, { claims }] of entries) {
        if (claims.factoryId === factoryId && claims.userId === userId) entries.delete(token);
      }
    },
  };
}
