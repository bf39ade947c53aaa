import { and, eq, gt, isNull, or, type TenantDb } from "@storehouse/db";
import { apiKeys, roles, users } from "@storehouse/db/tenant";
import { KEY_SCOPES } from "@storehouse/domain";
import { type Person, personColumns, readPerson } from "./find-person.ts";
import { hashSecret } from "./session-token.ts";

const TOUCH_EVERY_MS = 60_000;
const DEVICE_MAX = 120;

/**
 * Who a key acts as, with what both the key's scopes and the person's role allow; undefined when the key was revoked, has expired, or its
 * maker may not sign in any more.
 */
export async function findKeyHolder(db: TenantDb, secret: string, now: Date): Promise<Person | undefined> {
  const [row] = await db
    .select({
      ...personColumns(db),
      keyId: apiKeys.id,
      keyName: apiKeys.name,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .leftJoin(roles, eq(roles.id, users.roleId))
    .where(
      and(
        eq(apiKeys.secretHash, hashSecret(secret)),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        eq(users.isActive, true),
      ),
    );
  const person = row && readPerson(row);
  if (row === undefined || person === undefined) return undefined;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > TOUCH_EVERY_MS)
    await db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, row.keyId));
  const isHeld = (permission: (typeof KEY_SCOPES)[number]) => person.permissions.has(permission);
  const permissions = new Set(KEY_SCOPES.filter((permission) => row.scopes.includes(permission) && isHeld(permission)));
  return { ...person, permissions, sessionId: row.keyId, device: `API key ${row.keyName}`.slice(0, DEVICE_MAX) };
}
