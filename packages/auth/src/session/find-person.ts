import { and, bytesToUuid, eq, gt, isNull, sql, type TenantDb } from "@storehouse/db";
import { locations, roles, sessions, userLocations, users } from "@storehouse/db/tenant";
import { isBuiltIn, ownPermissions, type Permission, permissionsOf } from "@storehouse/domain";
import { hashSecret, SESSION_MAX_AGE_S } from "./session-token.ts";

/** Somebody who is signed in: the person and the session they came with. */
export type Person = Readonly<{
  userId: string;
  username: string;
  name: string;
  /** The word of a built-in role, or the name of the factory's own. */
  role: string;
  permissions: ReadonlySet<Permission>;
  /** The ids of the places the person is limited to, those of a site included; null for everywhere. */
  places: ReadonlySet<string> | null;
  /** Somebody else chose the password: nothing else is done before it is changed. */
  mustChangePassword: boolean;
  /** The session as lists show it; its secret is in the token alone. */
  sessionId: string;
  device: string;
}>;

const TOUCH_EVERY_MS = 60_000;

/** Who a session belongs to; undefined when it was ended, has expired, or its person may not sign in any more. */
export async function findPerson(db: TenantDb, sessionSecret: string, now: Date): Promise<Person | undefined> {
  const id = hashSecret(sessionSecret);
  const [row] = await db
    .select({
      ...personColumns(db),
      sessionId: sessions.publicId,
      device: sessions.device,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(roles, eq(roles.id, users.roleId))
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt), gt(sessions.expiresAt, now), eq(users.isActive, true)));
  const person = row && readPerson(row);
  if (row === undefined || person === undefined) return undefined;
  const { lastSeenAt, sessionId, device } = row;
  if (now.getTime() - lastSeenAt.getTime() > TOUCH_EVERY_MS) await touch(db, id, { userId: person.userId, now });
  return { ...person, sessionId, device };
}

/** What is read of a person, from `users` with their own role joined: who they are, what they may do and where. */
export const personColumns = (db: TenantDb) => ({
  userId: users.id,
  username: users.username,
  name: users.name,
  role: users.role,
  mustChangePassword: users.mustChangePassword,
  roleName: roles.name,
  rolePermissions: roles.permissions,
  chosenPlaces: chosenPlaces(db),
  placesOfSites: placesOfSites(db),
});

type PersonRow = Readonly<{
  userId: string;
  username: string;
  name: string;
  role: string;
  mustChangePassword: boolean;
  roleName: string | null;
  rolePermissions: readonly string[] | null;
  chosenPlaces: unknown;
  placesOfSites: unknown;
}>;

/** The person of a row of `personColumns`; undefined for one without a role that lets them do anything. */
export function readPerson(row: PersonRow): Omit<Person, "sessionId" | "device"> | undefined {
  const { userId, username, name, role, mustChangePassword, roleName, rolePermissions } = row;
  const permissions = isBuiltIn(role) ? permissionsOf(role) : rolePermissions && ownPermissions(rolePermissions);
  if (!permissions) return undefined;
  const places = placesOf(row.chosenPlaces, row.placesOfSites);
  return { userId, username, name, role: roleName ?? role, mustChangePassword, permissions, places };
}

// As lists in the one row: a person's places cost no round trip of their own.
const chosenPlaces = (db: TenantDb) =>
  sql<unknown>`(${db
    .select({ ids: sql`json_arrayagg(hex(${userLocations.locationId}))` })
    .from(userLocations)
    .where(eq(userLocations.userId, users.id))})`;

const placesOfSites = (db: TenantDb) =>
  sql<unknown>`(${db
    .select({ ids: sql`json_arrayagg(hex(${locations.id}))` })
    .from(userLocations)
    .innerJoin(locations, eq(locations.siteId, userLocations.locationId))
    .where(eq(userLocations.userId, users.id))})`;

/** Who has no place of their own is limited to none. */
function placesOf(chosen: unknown, ofSites: unknown): ReadonlySet<string> | null {
  const ids = idsOf(chosen);
  return ids.length === 0 ? null : new Set([...ids, ...idsOf(ofSites)]);
}

// MySQL's driver parses what is JSON there; to MariaDB it is text.
function idsOf(list: unknown): string[] {
  const hexes: unknown = typeof list === "string" ? JSON.parse(list) : list;
  return Array.isArray(hexes) ? hexes.map((hex) => bytesToUuid(Buffer.from(String(hex), "hex"))) : [];
}

// Using a session prolongs it; once a minute is often enough to say so.
async function touch(db: TenantDb, id: string, { userId, now }: { userId: string; now: Date }): Promise<void> {
  const expiresAt = new Date(now.getTime() + SESSION_MAX_AGE_S * 1000);
  await db.update(sessions).set({ lastSeenAt: now, expiresAt }).where(eq(sessions.id, id));
  await db.update(users).set({ lastSeenAt: now }).where(eq(users.id, userId));
}
