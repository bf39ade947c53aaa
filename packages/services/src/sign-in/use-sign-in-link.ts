import { and, eq, gt, isNull, type SQL, sql, type TenantDb } from "@storehouse/db";
import { sessions, signInLinks, users } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import type { AccountPorts } from "../user/index.ts";

/** Whom an unused link is for. */
export type LinkOwner = Readonly<{ userId: string; username: string; name: string }>;

/** Where the request that shows a link comes from. Nobody is signed in: the link says who acts. */
export type LinkVisit = Readonly<{ db: TenantDb; now: () => Date; address: string; device: string }>;

type Ports = Pick<AccountPorts, "assertUsable" | "hashPassword" | "forgetPerson">;

/** Whom a link is for. Throws LINK_INVALID when it was used, has expired, or was overtaken by a newer one or a change of the person. */
export async function readSignInLink({ db, now }: LinkVisit, tokenHash: string): Promise<LinkOwner> {
  const [owner] = await ownerQuery(db, isOpen(tokenHash, now()));
  return owner ?? fail({ code: "LINK_INVALID", field: "token" });
}

/**
 * Sets the password of the person a link is for, spends the link and ends all their sessions. Throws LINK_INVALID, and INVALID
 * for a well-known password, which leaves the link as it was.
 */
export async function useSignInLink(
  visit: LinkVisit,
  ports: Ports,
  { tokenHash, password }: Readonly<{ tokenHash: string; password: string }>,
): Promise<LinkOwner> {
  const owner = await readSignInLink(visit, tokenHash);
  ports.assertUsable(password, "password", [owner.username]);
  const passwordHash = await ports.hashPassword(password);
  await atomically(actingAs(visit, owner), async (tx) => {
    const { db } = tx;
    const now = tx.now();
    const [still] = await ownerQuery(db, isOpen(tokenHash, now)).for("update");
    if (still === undefined) return fail({ code: "LINK_INVALID", field: "token" });
    await db.update(signInLinks).set({ usedAt: now }).where(eq(signInLinks.userId, owner.userId));
    await setPassword(db, { userId: owner.userId, passwordHash, now });
    await recordAudit(tx, { action: "auth.useLink", entity: "user", entityId: owner.userId });
  });
  ports.forgetPerson(owner.userId);
  return owner;
}

// Bound to the person's session version: whatever ends their sessions ends their links.
const isOpen = (tokenHash: string, now: Date) =>
  and(
    eq(signInLinks.tokenHash, tokenHash),
    isNull(signInLinks.usedAt),
    gt(signInLinks.expiresAt, now),
    eq(signInLinks.sessionVersion, users.sessionVersion),
    eq(users.isActive, true),
  );

const ownerQuery = (db: TenantDb, condition: SQL | undefined) =>
  db
    .select({ userId: users.id, username: users.username, name: users.name })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(condition);

type NewPassword = Readonly<{ userId: string; passwordHash: string; now: Date }>;

async function setPassword(db: TenantDb, { userId, passwordHash, now }: NewPassword): Promise<void> {
  const raised = { sessionVersion: sql`${users.sessionVersion} + 1`, version: sql`${users.version} + 1` };
  await db
    .update(users)
    .set({ ...raised, passwordHash, mustChangePassword: false, updatedAt: now })
    .where(eq(users.id, userId));
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}

const actingAs = ({ db, now, address, device }: LinkVisit, { userId, name }: LinkOwner): TenantContext => ({
  db,
  now,
  allowance: null,
  actor: { kind: "user", id: userId, name, permissions: new Set(), places: null, address, device },
});
