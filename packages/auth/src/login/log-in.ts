import { and, eq, type SQL, type TenantDb } from "@storehouse/db";
import { secondFactors, users } from "@storehouse/db/tenant";
import { fail, type LoginInput } from "@storehouse/domain";
import { assertOpen, type FactoryRecord, type OpenTenant } from "@storehouse/tenancy";
import type { FactoryDoor } from "../factory-door.ts";
import type { LoginAttempt, LoginLimits } from "../limit/login-limits.ts";
import { hashInSlot, inHashSlot, isOutdated, nobodysHash, verifyInSlot } from "../password/password-hash.ts";
import { encodeChallenge } from "../second-factor/challenge.ts";
import { findPerson, type Person } from "../session/find-person.ts";
import { type Origin, openSession } from "../session/open-session.ts";
import { type LoginParts, splitLogin } from "./split-login.ts";

/** Somebody whose password was right, the factory they are in, and the secret of their new session. Release the door. */
export type LoggedIn = Readonly<{ person: Person; factory: FactoryRecord; door: OpenTenant; sessionSecret: string }>;

/** What a right password leads to: a session, or the second step where the person has turned that on. */
export type LoginOutcome = LoggedIn | Readonly<{ challenge: string }>;

export type LoginPorts = Readonly<{ factories: FactoryDoor; limits: LoginLimits; secrets: readonly string[] }>;

/**
 * Checks a login and opens a session, or asks for the second step. An unknown factory, an unknown person and a wrong password are one answer, WRONG_CREDENTIALS,
 * in about the same time. Throws RATE_LIMITED, FACTORY_NOT_READY, FACTORY_SUSPENDED, BUSY, UNAVAILABLE.
 */
export async function logIn(ports: LoginPorts, origin: Origin, input: LoginInput): Promise<LoginOutcome> {
  const parts = splitLogin(input.login);
  const login = parts === undefined ? input.login : `${parts.username}@${parts.dbName}`;
  const attempt = { login, dbName: parts?.dbName, address: origin.address };
  const hasFailed = await ports.limits.check(attempt);
  const account = parts && (await findAccount(ports.factories, parts));
  try {
    const isRight = await checkPassword(ports.limits, attempt, account, input.password);
    if (!isRight || account === undefined) return fail({ code: "WRONG_CREDENTIALS" });
    if (hasFailed) await ports.limits.succeeded(attempt);
    return await enterByPassword(ports.secrets, account, origin);
  } catch (error) {
    account?.door.release();
    throw error;
  }
}

/** Signs in whose link or password was right: to a session, or to the second step. Releases the door when it is not handed on. */
export async function enterByPassword(
  secrets: readonly string[],
  account: Account,
  origin: Origin,
): Promise<LoginOutcome> {
  const { row, factory, door } = account;
  if (row?.hasSecondFactor !== true) return enter(account, origin);
  const { id: userId, sessionVersion } = row;
  const challenge = await encodeChallenge({ userId, factoryId: factory.id, sessionVersion }, secrets);
  door.release();
  return { challenge };
}

/** What signing in reads of a person. */
export const accountColumns = {
  id: users.id,
  name: users.name,
  isActive: users.isActive,
  sessionVersion: users.sessionVersion,
  passwordHash: users.passwordHash,
  hasSecondFactor: secondFactors.isOn,
};

type Row = Readonly<{
  id: string;
  name: string;
  isActive: boolean;
  sessionVersion: number;
  passwordHash: string;
  hasSecondFactor: boolean | null;
}>;

/** Who knocks at which factory's open door. */
export type Account = Readonly<{ factory: FactoryRecord; door: OpenTenant; row: Row | undefined }>;

async function findAccount(factories: FactoryDoor, parts: LoginParts): Promise<Account | undefined> {
  const factory = await factories.findFactory(parts.dbName);
  if (factory === undefined) return undefined;
  assertOpen(factory);
  const door = await factories.openTenant(factory);
  try {
    return { factory, door, row: await findAccountRow(door.db, eq(users.username, parts.username)) };
  } catch (error) {
    door.release();
    throw error;
  }
}

/** The person a condition names, as signing in reads them. */
export async function findAccountRow(db: TenantDb, isThem: SQL): Promise<Row | undefined> {
  const [row] = await db
    .select(accountColumns)
    .from(users)
    .leftJoin(secondFactors, and(eq(secondFactors.userId, users.id), eq(secondFactors.isOn, true)))
    .where(isThem);
  return row;
}

async function checkPassword(
  limits: LoginLimits,
  attempt: LoginAttempt,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  const passwordHash = account?.row?.passwordHash ?? (await nobodysHash());
  return inHashSlot(async () => {
    // Asked again and counted here: many that were let in together may have waited while the first of them failed.
    await limits.recheck(attempt);
    const isRight = await verifyInSlot(passwordHash, password);
    if (!isRight || account?.row?.isActive !== true) {
      await limits.failed(attempt);
      return false;
    }
    if (isOutdated(passwordHash)) await rehash(account.door.db, account.row.id, password);
    return true;
  });
}

async function rehash(db: TenantDb, userId: string, password: string): Promise<void> {
  await db
    .update(users)
    .set({ passwordHash: await hashInSlot(password) })
    .where(eq(users.id, userId));
}

/** Opens a session for somebody who has shown all that is asked of them. */
export async function enter({ factory, door, row }: Account, origin: Origin): Promise<LoggedIn> {
  if (row === undefined) return fail({ code: "WRONG_CREDENTIALS" });
  const { sessionSecret } = await openSession(door.db, row, origin);
  const person = await findPerson(door.db, sessionSecret, new Date());
  if (person === undefined) return fail({ code: "WRONG_CREDENTIALS" });
  return { person, factory, door, sessionSecret };
}
