import { type CentralDb, centralTransaction, eq, inArray, isDuplicateKey, sql } from "@storehouse/db";
import { factories, operatorFactories, operatorRecoveryCodes, operators } from "@storehouse/db/central";
import { fail, OPERATOR_LINK_HOURS, type OperatorRole } from "@storehouse/domain";
import { OPERATORS_REALM, recordPlatformEvent } from "@storehouse/tenancy";
import { v7 } from "uuid";
import { makeLinkToken } from "../link/link-token.ts";

/** Who is to be an operator. `factories` are database names, and count for an OPERATOR alone. */
export type NewOperator = Readonly<{
  username: string;
  name: string;
  role: OperatorRole;
  factories: readonly string[];
}>;

/** An operator as the list of them shows it. */
export type OperatorRow = Readonly<{
  username: string;
  name: string;
  role: string;
  state: "active" | "disabled" | "has not used the link";
  lastSeenAt: Date | null;
}>;

const NOW = sql`utc_timestamp(3)`;

/** Makes an operator and returns the token of the link by which they choose a password. Throws TAKEN, and NOT_FOUND for a factory there is not. */
export async function createOperator(
  central: CentralDb,
  secrets: readonly string[],
  { username, name, role, factories: dbNames }: NewOperator,
): Promise<string> {
  const id = v7();
  const { token, link } = newLink(secrets);
  try {
    await centralTransaction(central, async (tx) => {
      const assigned = await findFactories(tx, dbNames);
      await tx.insert(operators).values({ id, username, name, role, ...link, createdAt: NOW, updatedAt: NOW });
      if (assigned.length > 0)
        await tx.insert(operatorFactories).values(assigned.map((factoryId) => ({ operatorId: id, factoryId })));
      const detail = { username, role, factories: dbNames };
      await recordPlatformEvent(tx, { actor: "operator", action: "operator.create", detail });
    });
  } catch (error) {
    if (isDuplicateKey(error, "operators_username_uq")) fail({ code: "TAKEN", field: "username", value: username });
    throw error;
  }
  return token;
}

/** Ends an operator's sessions and everything they sign in with, and returns the token of a new link; one who was disabled is let in again. Throws NOT_FOUND. */
export async function resetOperator(central: CentralDb, secrets: readonly string[], username: string): Promise<string> {
  const { token, link } = newLink(secrets);
  await change(central, username, "operator.reset", {
    ...link,
    isActive: true,
    passwordHash: null,
    secret: null,
    secretKeyId: null,
  });
  return token;
}

/** Shuts an operator out, at once. Throws NOT_FOUND. */
export const disableOperator = (central: CentralDb, username: string): Promise<void> =>
  change(central, username, "operator.disable", { isActive: false, linkHash: null, linkExpiresAt: null });

/** Every operator there is, by name. */
export async function listOperators(central: CentralDb): Promise<readonly OperatorRow[]> {
  const { username, name, role, passwordHash, isActive, lastSeenAt } = operators;
  const rows = await central
    .select({ username, name, role, passwordHash, isActive, lastSeenAt })
    .from(operators)
    .orderBy(username);
  return rows.map(({ passwordHash: hash, isActive: may, ...row }) => ({
    ...row,
    state: may ? (hash === null ? "has not used the link" : "active") : "disabled",
  }));
}

type Changes = Parameters<ReturnType<CentralDb["update"]>["set"]>[0] & Readonly<Partial<typeof operators.$inferInsert>>;

async function change(central: CentralDb, username: string, action: string, changes: Changes): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const [row] = await tx
      .select({ id: operators.id })
      .from(operators)
      .where(eq(operators.username, username))
      .for("update");
    if (row === undefined) return fail({ code: "NOT_FOUND", entity: "user", id: username });
    await tx
      .update(operators)
      .set({ ...changes, sessionVersion: sql`${operators.sessionVersion} + 1`, updatedAt: NOW })
      .where(eq(operators.id, row.id));
    await tx.delete(operatorRecoveryCodes).where(eq(operatorRecoveryCodes.operatorId, row.id));
    return recordPlatformEvent(tx, { actor: "operator", action, detail: { username } });
  });
}

function newLink(secrets: readonly string[]) {
  const { token, tokenHash } = makeLinkToken(OPERATORS_REALM, secrets);
  const linkExpiresAt = new Date(Date.now() + OPERATOR_LINK_HOURS * 3_600_000);
  return { token, link: { linkHash: tokenHash, linkExpiresAt } };
}

async function findFactories(central: CentralDb, dbNames: readonly string[]): Promise<readonly string[]> {
  if (dbNames.length === 0) return [];
  const { id, dbName } = factories;
  const rows = await central
    .select({ id, dbName })
    .from(factories)
    .where(inArray(dbName, [...dbNames]));
  const known = new Set(rows.map((row) => row.dbName));
  const missing = dbNames.find((one) => !known.has(one));
  if (missing !== undefined) fail({ code: "NOT_FOUND", entity: "factory", id: missing });
  return rows.map((row) => row.id);
}
