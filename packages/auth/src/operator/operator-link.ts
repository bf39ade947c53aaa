import { and, type CentralDb, centralTransaction, eq, gt, sql } from "@storehouse/db";
import { operatorRecoveryCodes, operators } from "@storehouse/db/central";
import { fail, type OperatorLinkHolder, type ReadLinkInput, type UseOperatorLinkInput } from "@storehouse/domain";
import { OPERATORS_REALM, type Keys, recordPlatformEvent } from "@storehouse/tenancy";
import { readLinkToken } from "../link/link-token.ts";
import { assertUsablePassword } from "../password/assert-usable-password.ts";
import { hashPassword } from "../password/password-hash.ts";
import { createCodeVault } from "../second-factor/code-vault.ts";
import { codeUri } from "../second-factor/one-time-code.ts";
import { newRecoveryCodes } from "../second-factor/recovery-codes.ts";
import type { GuardGuess } from "../limit/guess-limits.ts";
import type { Origin } from "../session/open-session.ts";
import { openOperatorSession } from "./open-operator-session.ts";
import { OPERATORS_NAME } from "./realm.ts";

export type OperatorLinkPorts = Readonly<{
  central: CentralDb;
  keys: Keys;
  secrets: readonly string[];
  guardCode: GuardGuess;
}>;

const INVALID = { code: "LINK_INVALID", field: "token" } as const;

/** Whom a link is for, and a new secret for their phone: the one shown last is the one that counts. Throws LINK_INVALID. */
export async function readOperatorLink(
  ports: OperatorLinkPorts,
  { token }: ReadLinkInput,
): Promise<OperatorLinkHolder> {
  const { central, keys } = ports;
  const { id, username, name } = await findOwner(ports, token);
  const { secret, locked } = createCodeVault(keys, OPERATORS_REALM).newSecret(id);
  await centralTransaction(central, (tx) => tx.update(operators).set(locked).where(eq(operators.id, id)));
  return { username, name, secret, uri: codeUri(secret, `${username}@${OPERATORS_NAME}`) };
}

/**
 * Sets an operator's password and turns their second step on, spends the link, ends their sessions and opens one. Answers the recovery codes,
 * which nothing will tell again, and what the cookie holds. Throws LINK_INVALID, WRONG_CODE, and INVALID for a well-known password.
 */
export async function useOperatorLink(
  ports: OperatorLinkPorts,
  origin: Origin,
  { token, password, code }: UseOperatorLinkInput,
): Promise<Readonly<{ recoveryCodes: readonly string[]; sessionSecret: string }>> {
  const { central } = ports;
  const owner = await findOwner(ports, token);
  const { id, username, secret, secretKeyId } = owner;
  assertUsablePassword(password, "password", [username, owner.name]);
  const vault = createCodeVault(ports.keys, OPERATORS_REALM);
  const step = secret === null || secretKeyId === null ? undefined : vault.stepOf(id, { secret, secretKeyId }, code);
  await ports.guardCode(id, () => Promise.resolve(step !== undefined), { code: "WRONG_CODE", field: "code" });
  const passwordHash = await hashPassword(password);
  const made = newRecoveryCodes();
  const sessionSecret = await centralTransaction(central, async (tx) => {
    const [spent] = await tx
      .update(operators)
      .set({
        passwordHash,
        lastStep: step ?? 0,
        linkHash: null,
        linkExpiresAt: null,
        sessionVersion: sql`${operators.sessionVersion} + 1`,
        updatedAt: sql`utc_timestamp(3)`,
      })
      .where(and(eq(operators.id, id), isOpen(owner.linkHash), eq(operators.secret, secret ?? "")));
    if (spent.affectedRows !== 1) fail(INVALID);
    await tx.delete(operatorRecoveryCodes).where(eq(operatorRecoveryCodes.operatorId, id));
    await tx.insert(operatorRecoveryCodes).values(made.hashes.map((codeHash) => ({ operatorId: id, codeHash })));
    await recordPlatformEvent(tx, { actor: `operator:${username}`, action: "operator.useLink" });
    return openOperatorSession(tx, { id, username, sessionVersion: owner.sessionVersion + 1 }, origin);
  });
  return { recoveryCodes: made.codes, sessionSecret };
}

async function findOwner({ central, secrets }: OperatorLinkPorts, token: string) {
  const claims = readLinkToken(token, secrets);
  if (claims === undefined || claims.factoryId !== OPERATORS_REALM) return fail(INVALID);
  const { id, username, name, secret, secretKeyId, sessionVersion } = operators;
  const [owner] = await central
    .select({ id, username, name, secret, secretKeyId, sessionVersion })
    .from(operators)
    .where(isOpen(claims.tokenHash));
  return owner === undefined ? fail(INVALID) : { ...owner, linkHash: claims.tokenHash };
}

const isOpen = (linkHash: string) =>
  and(eq(operators.linkHash, linkHash), gt(operators.linkExpiresAt, new Date()), eq(operators.isActive, true));
