import {
  assertUsablePassword,
  codeUri,
  createCodeVault,
  type GuardGuess,
  hashPassword,
  type LoginLimits,
  makeLinkToken,
  mintApiKey,
  newRecoveryCodes,
  type Person,
  type SessionCache,
  spendCode,
  verifyPassword,
} from "@storehouse/auth";
import { createWebhookVault, describeError, type FactoryRecord } from "@storehouse/tenancy";
import type { ApiOptions } from "./api-options.ts";
import type { SignedIn, Visit } from "./context.ts";
import type { SessionCookies } from "./session-cookies.ts";

type Accounts = SignedIn["accounts"];

/** What the doorkeeper holds that people's own accounts are managed with. */
export type AccountParts = Readonly<{
  options: ApiOptions;
  cache: SessionCache;
  cookies: SessionCookies;
  limits: LoginLimits;
  guardPassword: GuardGuess;
  guardCode: GuardGuess;
}>;

type Present = Readonly<{ person: Person; factory: FactoryRecord }>;

/** The ports of a signed-in person's own account, and of those they help to sign in. */
export function accountsOf(parts: AccountParts, present: Present, visit: Visit): Accounts {
  const { options, cache, cookies } = parts;
  const { person, factory } = present;
  return {
    sessionId: person.sessionId,
    hashPassword,
    verifyPassword,
    guardPassword: (check, field) => parts.guardPassword(person.userId, check, { code: "WRONG_PASSWORD", field }),
    assertUsable: (password, field, names) => assertUsableIn(factory, password, field, names),
    forgetPerson: (userId) => cache.forgetPerson(factory.id, userId),
    newWebhookSecret: (endpointId) => createWebhookVault(options.keys, factory.id).newSecret(endpointId),
    webhookReach: options.webhookReach,
    mintApiKey: () => mintApiKey(factory.id, person.userId),
    clearCookie: () => visit.setCookie(cookies.clear()),
    peopleChanged: async () => {
      // What was saved stays saved: a limit that lags behind is set right by the next change, or by the worker.
      await options.tenancy.resyncFactory(factory.id).catch((error: unknown) => {
        options.onBug({ requestId: visit.requestId, path: "resyncFactory", ...describeError(error) });
      });
    },
    signIn: signInPortsOf(parts, present),
  };
}

/** Refuses a password that is well known, or one of the names, or the factory's. */
export const assertUsableIn = (
  { dbName, factoryName }: FactoryRecord,
  ...[password, field, names]: Parameters<Accounts["assertUsable"]>
): void => assertUsablePassword(password, field, [...names, dbName, factoryName]);

function signInPortsOf({ options, limits, guardCode }: AccountParts, { person, factory }: Present): Accounts["signIn"] {
  const vault = createCodeVault(options.keys, factory.id);
  const loginOf = (username: string): string => `${username}@${factory.dbName}`;
  return {
    newLink: () => {
      const { token, tokenHash } = makeLinkToken(factory.id, options.authSecrets);
      // Behind the #: no server, no proxy and no log ever sees it. The address is the service's own, whatever the request claimed.
      return { url: `${options.publicUrl.origin}/reset#${token}`, tokenHash };
    },
    newCodeSecret: vault.newSecret,
    codeUri: (secret, username) => codeUri(secret, loginOf(username)),
    stepOfCode: vault.stepOf,
    spendCode: (db, userId, code) => spendCode(db, vault, { userId, code }),
    newRecoveryCodes,
    guardCode: (check, refusal) => guardCode(person.userId, check, refusal),
    lockOf: (username) => limits.lockOf(loginOf(username)),
    unlock: (username) => limits.unlock(loginOf(username)),
  };
}
