import {
  assertUsablePassword,
  createAddressLimit,
  createGuessGuard,
  createKeyLimit,
  createLoginLimits,
  createRegistrationLimits,
  createSessionCache,
  deviceName,
  encodeToken,
  hashPassword,
  type Identified,
  identify,
  identifySupport,
  isApiKey,
  type LoggedIn,
  logIn,
  type LoginOutcome,
  passSecondStep,
  supportDesk,
} from "@storehouse/auth";
import { backupDesk, type BackupShelf, type CopyShelf } from "@storehouse/backup/desk";
import { DomainError, fail, lackedModules, type Me, type SignInAnswer, withoutModules } from "@storehouse/domain";
import { getMe, isSignUpOpen, listDirectory, type TenantContext } from "@storehouse/services";
import {
  createOutboxMarker,
  describeError,
  registrationOf,
  requestFactory,
  setFactoryModule,
  usageShelf,
} from "@storehouse/tenancy";
import { accountsOf } from "./account-ports.ts";
import type { ApiOptions } from "./api-options.ts";
import type { Door, LiveStep, SignedIn, Visit } from "./context.ts";
import { readLink, useLink } from "./link-door.ts";
import { eventId, numberOf } from "./live/event-id.ts";
import type { Step } from "./live/follow.ts";
import type { LiveHub } from "./live/live-hub.ts";
import { sessionCookies } from "./session-cookies.ts";
import { supportCookie } from "./support-cookie.ts";
import { leaveSupport } from "./support-door.ts";

/** Lets people in: those who knock, and those who show a session. */
export type Doorkeeper = Readonly<{
  door: Door;
  /** Who sent a request, and their factory. Call `release` when the request has ended. */
  admit: (visit: Visit) => Promise<SignedIn & Readonly<{ release: () => void }>>;
  /** Who a cookie header belongs to; null when nobody may be let in with it. Throws while the database can't be asked. */
  me: (cookieHeader: string) => Promise<Me | null>;
}>;

type Parts = ReturnType<typeof partsOf>;
type Present = Pick<Identified, "person" | "factory" | "sessionSecret">;

/** Makes the doorkeeper of a process. */
export function createDoorkeeper(options: ApiOptions, hub: LiveHub): Doorkeeper {
  const parts = partsOf(options, hub);
  return {
    door: {
      register: (visit, input) => register(parts, visit, input),
      registration: (_visit, { ticket }) => registrationOf(options.tenancy.central, ticket),
      logIn: async (visit, input) => answerOf(parts, visit, await logIn(parts, originOf(visit), input)),
      secondStep: (visit, input) =>
        parts.limitSteps(visit.address, async () =>
          answerOf(parts, visit, await passSecondStep(parts, originOf(visit), input)),
        ),
      readLink: (visit, input) => readLink(parts, visit, input),
      useLink: async (visit, input) => answerOf(parts, visit, await useLink(parts, visit, input)),
      directory: (input) => listDirectory(options.tenancy.central, input),
      leaveSupport: (visit) => leaveSupport(options, visit),
    },
    admit: (visit) => admit(parts, visit),
    me: (cookieHeader) => findMe(parts, cookieHeader),
  };
}

function partsOf(options: ApiOptions, hub: LiveHub) {
  const { tenancy, isSecure, authSecrets: secrets, keys, registrationCaps } = options;
  return {
    options,
    hub,
    factories: tenancy,
    secrets,
    keys,
    cache: createSessionCache(),
    cookies: sessionCookies(isSecure),
    supportCookies: supportCookie(isSecure),
    limits: createLoginLimits(tenancy.central),
    registrations: createRegistrationLimits(tenancy.central, registrationCaps),
    guardPassword: createGuessGuard(tenancy.central, "password"),
    guardCode: createGuessGuard(tenancy.central, "code"),
    limitSteps: createAddressLimit(tenancy.central, "step_ip", "SECOND_STEP_REFUSED"),
    limitLinks: createAddressLimit(tenancy.central, "link_ip", "LINK_INVALID"),
    limitKey: createKeyLimit(),
    marker: createOutboxMarker(tenancy.central, (error) => {
      // The worker looks by itself in a while; that the database is away, everybody hears who asks it.
      options.onBug({ requestId: "", path: "outbox", ...describeError(error) });
    }),
  };
}

const register: (parts: Parts, ...knock: Parameters<Door["register"]>) => ReturnType<Door["register"]> = async (
  { options, registrations },
  visit,
  input,
) => {
  const { admin_password: password, ...request } = input;
  if (!(await isSignUpOpen(options.tenancy.central))) fail({ code: "SIGN_UP_CLOSED" });
  assertUsablePassword(password, "admin_password", [input.admin_username, input.db_name, input.factory_name]);
  return registrations.signUp(visit.address, async () => {
    const adminPasswordHash = await hashPassword(password);
    const { central } = options.tenancy;
    const { ticket, login } = await requestFactory(
      central,
      { ...request, adminPasswordHash },
      { ...options.factoryServer, trialDays: options.trialDays },
    );
    return { ticket, login };
  });
};

const originOf = (visit: Visit) => ({ device: deviceName(visit.userAgent), address: visit.address });

// Whoever has shown all that is asked is given the cookie; the others are told what is still wanted.
async function answerOf(parts: Parts, visit: Visit, outcome: LoginOutcome): Promise<SignInAnswer> {
  if ("challenge" in outcome) return outcome;
  try {
    const token = await tokenFor(parts, outcome);
    if (visit.handToken) visit.handToken(token);
    else {
      visit.setCookie(parts.cookies.set(token));
      // Whoever signs in as one of a factory's people stops looking as support.
      if (parts.supportCookies.read(visit.cookieHeader)) visit.setCookie(parts.supportCookies.clear());
    }
    return await getMe(tenantOf(outcome, visit.address), outcome.factory);
  } finally {
    outcome.door.release();
  }
}

async function admit(parts: Parts, visit: Visit): Promise<SignedIn & Readonly<{ release: () => void }>> {
  const { bearer } = visit;
  if (bearer !== undefined && isApiKey(bearer)) await parts.limitKey(bearer);
  const identified = await whoIs(parts, bearer, visit.cookieHeader);
  const { factory, door } = identified;
  if (identified.isAging && bearer === undefined) visit.setCookie(parts.cookies.set(await tokenFor(parts, identified)));
  const running: Promise<void>[] = [];
  const tenant: TenantContext = {
    ...tenantOf(identified, visit.address),
    onQueued: (kind) => parts.marker.note(factory.id, kind),
  };
  return {
    tenant,
    watch: (lastEventId, signal) => {
      // A stream lasts as long as a session does; a program is told by webhooks.
      if (bearer !== undefined && isApiKey(bearer)) fail({ code: "NOT_ALLOWED", permission: null, grantedBy: [] });
      return watch(parts, identified, tenant, { lastEventId, signal });
    },
    factory,
    accounts: accountsOf(parts, identified, visit),
    backups: backupDesk(shelfOf(parts.options), factory),
    usage: usageShelf(parts.options.tenancy.central, factory.id),
    support: supportDesk(parts.options.tenancy.central, factory.id),
    modules: {
      set: async (change, alongside) => {
        await setFactoryModule(parts.options.tenancy.central, factory.id, change, alongside);
        parts.options.tenancy.closeFactory(factory.id);
      },
    },
    mustChangePassword: identified.person.mustChangePassword,
    outlive: (work) => void running.push(work),
    release: () => (running.length === 0 ? door.release() : void Promise.allSettled(running).then(door.release)),
  };
}

// Once a support session was begun, nothing else speaks for this browser until it is left: an open page never turns into somebody else's.
function whoIs(parts: Parts, bearer: string | undefined, cookieHeader: string): Promise<Identified> {
  const secret = bearer === undefined ? parts.supportCookies.read(cookieHeader) : undefined;
  if (secret !== undefined)
    return identifySupport({ factories: parts.factories, central: parts.options.tenancy.central }, secret);
  return identify(parts, bearer ?? parts.cookies.read(cookieHeader));
}

const shelfOf = ({ tenancy, backupFolder: folder, backupStore: store }: ApiOptions): BackupShelf & CopyShelf => ({
  ...tenancy,
  folder,
  store,
});

type Place = Readonly<{ lastEventId: string | null | undefined; signal: AbortSignal | undefined }>;

function watch(
  { hub }: Parts,
  { factory, person, support }: Identified,
  { actor }: TenantContext,
  { lastEventId, signal = new AbortController().signal }: Place,
): ReturnType<SignedIn["watch"]> {
  const listener = { ...actor, id: person.userId };
  const from = numberOf(factory.id, lastEventId);
  const watcher = { factoryId: factory.id, sessionId: person.sessionId, listener, isSupport: support !== undefined };
  return withIds(factory.id, hub.watch(watcher, from, signal));
}

async function* withIds(factoryId: string, steps: AsyncIterable<Step>): AsyncGenerator<LiveStep, void, undefined> {
  for await (const { number, event } of steps) yield { id: eventId(factoryId, number), data: event };
}

const NOBODY: ReadonlySet<string> = new Set([
  "NOT_SIGNED_IN",
  "SUPPORT_CLOSED",
  "FACTORY_SUSPENDED",
  "FACTORY_NOT_READY",
]);

async function findMe(parts: Parts, cookieHeader: string): Promise<Me | null> {
  let identified: Identified | undefined;
  try {
    identified = await whoIs(parts, undefined, cookieHeader);
    return await getMe(tenantOf(identified, ""), identified.factory);
  } catch (error) {
    if (error instanceof DomainError && NOBODY.has(error.failure.code)) return null;
    throw error;
  } finally {
    identified?.door.release();
  }
}

const tokenFor = ({ secrets }: Parts, { person, factory, sessionSecret }: Present): Promise<string> =>
  encodeToken(
    { userId: person.userId, factoryId: factory.id, sessionSecret, dbName: factory.dbName, role: person.role },
    secrets,
  );

const tenantOf = (
  { person, factory, door, support }: Pick<LoggedIn, "person" | "factory" | "door"> & Pick<Identified, "support">,
  address: string,
): TenantContext => {
  const lacks = lackedModules(factory.allowance, factory.modulesOff);
  return {
    db: door.db,
    actor: {
      kind: support === undefined ? "user" : "support",
      id: person.userId,
      name: person.name,
      permissions: withoutModules(person.permissions, lacks),
      places: person.places,
      address,
      device: person.device,
    },
    now: () => new Date(),
    support,
    allowance: factory.allowance,
    lacks,
  };
};
