import { and, eq, type TenantDb } from "@storehouse/db";
import { secondFactors, users } from "@storehouse/db/tenant";
import { fail, type SecondStepInput } from "@storehouse/domain";
import { assertOpen, type Keys } from "@storehouse/tenancy";
import type { FactoryDoor } from "../factory-door.ts";
import type { GuardGuess } from "../limit/guess-limits.ts";
import { type ChallengeClaims, decodeChallenge } from "../second-factor/challenge.ts";
import { createCodeVault } from "../second-factor/code-vault.ts";
import { spendCode } from "../second-factor/spend-code.ts";
import type { Origin } from "../session/open-session.ts";
import { type Account, accountColumns, enter, type LoggedIn } from "./log-in.ts";

export type SecondStepPorts = Readonly<{
  factories: FactoryDoor;
  secrets: readonly string[];
  keys: Keys;
  guardCode: GuardGuess;
}>;

const REFUSAL = { code: "SECOND_STEP_REFUSED" } as const;

/**
 * Checks the code that follows a right password, and opens a session. A wrong code, one that was used, and a sign-in that took
 * too long are one answer, SECOND_STEP_REFUSED. Throws RATE_LIMITED, FACTORY_NOT_READY, FACTORY_SUSPENDED, BUSY, UNAVAILABLE.
 */
export async function passSecondStep(
  { factories, secrets, keys, guardCode }: SecondStepPorts,
  origin: Origin,
  { challenge, code }: SecondStepInput,
): Promise<LoggedIn> {
  const claims = await decodeChallenge(challenge, secrets);
  const factory = claims && (await factories.findFactoryById(claims.factoryId));
  if (claims === undefined || factory === undefined) return fail(REFUSAL);
  assertOpen(factory);
  const door = await factories.openTenant(factory);
  try {
    const row = await findChallenged(door.db, claims);
    if (row === undefined) return fail(REFUSAL);
    const vault = createCodeVault(keys, factory.id);
    await guardCode(row.id, () => spendCode(door.db, vault, { userId: row.id, code }), REFUSAL);
    return await enter({ factory, door, row }, origin);
  } catch (error) {
    door.release();
    throw error;
  }
}

// A password that was set since, or a role that changed, makes the first step void.
async function findChallenged(db: TenantDb, { userId, sessionVersion }: ChallengeClaims): Promise<Account["row"]> {
  const [row] = await db
    .select(accountColumns)
    .from(users)
    .innerJoin(secondFactors, and(eq(secondFactors.userId, users.id), eq(secondFactors.isOn, true)))
    .where(and(eq(users.id, userId), eq(users.sessionVersion, sessionVersion), eq(users.isActive, true)));
  return row;
}
