import { and, type CentralDb, eq } from "@storehouse/db";
import { operators } from "@storehouse/db/central";
import { fail, type OperatorLoginInput, type SecondStepInput } from "@storehouse/domain";
import { OPERATORS_REALM, type Keys } from "@storehouse/tenancy";
import type { GuardGuess } from "../limit/guess-limits.ts";
import type { LoginLimits } from "../limit/login-limits.ts";
import { inHashSlot, nobodysHash, verifyInSlot } from "../password/password-hash.ts";
import { decodeChallenge, encodeChallenge } from "../second-factor/challenge.ts";
import { createCodeVault } from "../second-factor/code-vault.ts";
import type { Origin } from "../session/open-session.ts";
import { openOperatorSession } from "./open-operator-session.ts";
import { OPERATORS_NAME } from "./realm.ts";
import { spendOperatorCode } from "./spend-operator-code.ts";

export type OperatorLoginPorts = Readonly<{
  central: CentralDb;
  keys: Keys;
  secrets: readonly string[];
  limits: LoginLimits;
  guardCode: GuardGuess;
}>;

/**
 * The first step into the console: answers a challenge for the second, which every operator has. An unknown operator and a wrong password
 * are one answer, WRONG_CREDENTIALS, in about the same time. Throws RATE_LIMITED, BUSY.
 */
export async function logInOperator(
  { central, secrets, limits }: OperatorLoginPorts,
  address: string,
  { username, password }: OperatorLoginInput,
): Promise<Readonly<{ challenge: string }>> {
  const attempt = { login: `${username}@${OPERATORS_NAME}`, dbName: OPERATORS_NAME, address };
  const hasFailed = await limits.check(attempt);
  const row = await findAccount(central, username);
  const passwordHash = row?.passwordHash ?? (await nobodysHash());
  const isRight = await inHashSlot(async () => {
    // Asked again and counted here: many that were let in together may have waited while the first of them failed.
    await limits.recheck(attempt);
    const isTheirs = await verifyInSlot(passwordHash, password);
    if (isTheirs && row?.isActive === true && row.passwordHash !== null) return true;
    await limits.failed(attempt);
    return false;
  });
  if (!isRight || row === undefined) return fail({ code: "WRONG_CREDENTIALS" });
  if (hasFailed) await limits.succeeded(attempt);
  const claims = { userId: row.id, factoryId: OPERATORS_REALM, sessionVersion: row.sessionVersion };
  return { challenge: await encodeChallenge(claims, secrets) };
}

const REFUSAL = { code: "SECOND_STEP_REFUSED" } as const;

/** The second step: opens a session and returns what its cookie holds. A challenge that people of a factory were given is refused. Throws SECOND_STEP_REFUSED, RATE_LIMITED. */
export async function passOperatorStep(
  { central, keys, secrets, guardCode }: OperatorLoginPorts,
  origin: Origin,
  { challenge, code }: SecondStepInput,
): Promise<string> {
  const claims = await decodeChallenge(challenge, secrets);
  if (claims === undefined || claims.factoryId !== OPERATORS_REALM) return fail(REFUSAL);
  const { id, username, sessionVersion, isActive } = operators;
  const [row] = await central
    .select({ id, username, sessionVersion })
    .from(operators)
    .where(and(eq(id, claims.userId), eq(sessionVersion, claims.sessionVersion), eq(isActive, true)));
  if (row === undefined) return fail(REFUSAL);
  const vault = createCodeVault(keys, OPERATORS_REALM);
  await guardCode(row.id, () => spendOperatorCode(central, vault, { userId: row.id, code }), REFUSAL);
  return openOperatorSession(central, row, origin);
}

async function findAccount(central: CentralDb, name: string) {
  const { id, username, passwordHash, isActive, sessionVersion } = operators;
  const [row] = await central
    .select({ id, username, passwordHash, isActive, sessionVersion })
    .from(operators)
    .where(eq(username, name));
  return row;
}
