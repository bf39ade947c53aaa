import { and, type CentralDb, eq, gt, gte, or, startsWith } from "@storehouse/db";
import { rateLimits } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { addressBlock } from "../visitor/client-address.ts";
import { createLimiter } from "./limiter.ts";

/** Limits on guessing passwords. */
export type LoginLimits = Readonly<{
  /**
   * Refuses with RATE_LIMITED who has guessed too often; slows down guesses at an account that many guess at.
   * Says whether there are failures for a success to clear.
   */
  check: (attempt: LoginAttempt) => Promise<boolean>;
  /** The part of the check that counts guesses at one account, for the moment before the guess is tried. */
  recheck: (attempt: LoginAttempt) => Promise<void>;
  failed: (attempt: LoginAttempt) => Promise<void>;
  succeeded: (attempt: LoginAttempt) => Promise<void>;
  /** Until when the account is closed to which number of addresses; undefined while it is open to all. */
  lockOf: (login: string) => Promise<LoginLock | undefined>;
  /** Forgets the wrong tries at an account, from everywhere. */
  unlock: (login: string) => Promise<void>;
}>;

/** An account that is closed to some addresses, for wrong passwords. */
export type LoginLock = Readonly<{ addresses: number; until: Date }>;

/** Who tries to get in where. The factory's part is undefined when the login named none that could exist. */
export type LoginAttempt = Readonly<{ login: string; dbName: string | undefined; address: string }>;

const WINDOW_S = 15 * 60;
const DELAY_MS = 1_500;
const WRONG_MAX = 10;

/**
 * Ten wrong tries in 15 minutes close an account to one address. From elsewhere its owner still gets in: guesses spread over many
 * addresses only make each try slow, since a limit on the account alone would let anybody lock anybody out.
 */
export function createLoginLimits(central: CentralDb): LoginLimits {
  const limit = (name: string, points: number) => createLimiter(central, { name, points, windowSeconds: WINDOW_S });
  const accountAndAddress = limit("login_aa", WRONG_MAX);
  const account = limit("login_a", 40);
  const factoryAndAddress = limit("login_fa", 60);
  const factory = limit("login_f", 600);
  const address = limit("login_ip", 120);

  return {
    check: async (attempt) => {
      const keys = keysOf(attempt);
      const [own, ...others] = await Promise.all([
        accountAndAddress.stateOf(keys.accountAndAddress),
        factoryAndAddress.stateOf(keys.factoryAndAddress),
        address.stateOf(keys.address),
      ]);
      refuseWhile(Math.max(...[own, ...others].map(({ waitSeconds }) => waitSeconds)));
      const slowed = await Promise.all([account.stateOf(keys.account), factory.stateOf(keys.factory)]);
      if (slowed.some(({ waitSeconds }) => waitSeconds > 0)) await sleep(DELAY_MS);
      return own.used > 0;
    },
    recheck: async (attempt) => {
      refuseWhile((await accountAndAddress.stateOf(keysOf(attempt).accountAndAddress)).waitSeconds);
    },
    failed: async (attempt) => {
      const keys = keysOf(attempt);
      await Promise.all([
        accountAndAddress.use(keys.accountAndAddress),
        account.use(keys.account),
        factoryAndAddress.use(keys.factoryAndAddress),
        factory.use(keys.factory),
        address.use(keys.address),
      ]);
    },
    succeeded: (attempt) => accountAndAddress.clear(keysOf(attempt).accountAndAddress),
    lockOf: (login) => readLock(central, login),
    unlock: async (login) => {
      const isOfAccount = startsWith(rateLimits.key, `login_aa:${digest(login)}:`);
      await central.delete(rateLimits).where(or(isOfAccount, eq(rateLimits.key, `login_a:${digest(login)}`)));
    },
  };
}

async function readLock(central: CentralDb, login: string): Promise<LoginLock | undefined> {
  const isOfAccount = startsWith(rateLimits.key, `login_aa:${digest(login)}:`);
  const isClosed = and(gte(rateLimits.points, WRONG_MAX), gt(rateLimits.expire, Date.now()));
  const rows = await central.select({ expire: rateLimits.expire }).from(rateLimits).where(and(isOfAccount, isClosed));
  if (rows.length === 0) return undefined;
  return { addresses: rows.length, until: new Date(Math.max(...rows.map(({ expire }) => expire ?? 0))) };
}

function refuseWhile(retryAfterSeconds: number): void {
  if (retryAfterSeconds > 0) fail({ code: "RATE_LIMITED", retryAfterSeconds });
}

function keysOf({ login, dbName, address }: LoginAttempt) {
  const from = addressBlock(address);
  const account = digest(login);
  const factory = dbName ?? "-";
  return {
    accountAndAddress: `${account}:${from}`,
    account,
    factoryAndAddress: `${factory}:${from}`,
    factory,
    address: from,
  };
}

// What was typed as a login may be long, or somebody's password: it is not kept as it is.
const digest = (login: string): string => createHash("sha256").update(login).digest("base64url");
