import { and, eq, isNull, sql } from "@storehouse/db";
import { sessions, users } from "@storehouse/db/tenant";
import { fail, roleKeyOf, storedRole, type UpdateUserInput } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { assertHolds } from "../role/assert-holds.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { findPermissions, lockPermissions } from "../role/find-permissions.ts";
import { mayReach } from "../place-scope.ts";
import { isChange } from "./is-change.ts";
import type { AccountPorts } from "./ports.ts";
import { findPlaces, normalPlaces, savePlaces } from "./user-places.ts";

/**
 * Changes a person's name, address, role, places and whether they may sign in. Who may not any more, or has another role, is signed out
 * everywhere: a session is that of the role it began with (ASVS 8.3.2).
 * Nobody changes who may do more than they, nor gives a role that does. Throws NOT_FOUND, STALE, NOT_ALLOWED,
 * LAST_MASTER when no active master would be left, LIMIT_REACHED when somebody is to come back whom the plan has no room for.
 */
export async function updateUser(
  ctx: TenantContext,
  accounts: Pick<AccountPorts, "forgetPerson" | "peopleChanged">,
  input: UpdateUserInput,
): Promise<{ version: number }> {
  authorize(ctx, "users.update");
  const version = await atomically(ctx, async (tx) => {
    const masters = await lockMasters(tx);
    const before = await lockUser(tx, input.id);
    const { name, email, role, isActive } = input;
    const locationIds = placesAfter(tx, before, input);
    const wanted = { name, email, role, locationIds, isActive, version: input.version };
    if (!isChange(input.id, before, wanted)) return before.version;
    assertHolds(tx, await findPermissions(tx.db, before.role));
    if (role !== before.role) assertHolds(tx, await lockPermissions(tx.db, role, "role"));
    const keepsMaster = role === "master" && isActive;
    if (!keepsMaster && masters.length === 1 && masters[0]?.id === input.id)
      fail({ code: "LAST_MASTER", userId: input.id });
    if (isActive && !before.isActive) await assertRoom(tx, { users: 1 });
    await save(tx, input.id, before, { ...wanted, version: input.version + 1 });
    return input.version + 1;
  });
  accounts.forgetPerson(input.id);
  await accounts.peopleChanged();
  return { version };
}

/** Places that the actor can't see are not theirs to take away: they stay. */
function placesAfter(ctx: TenantContext, before: Editable, { locationIds }: UpdateUserInput): readonly string[] {
  if (locationIds === undefined) return before.locationIds;
  return normalPlaces([...locationIds, ...before.locationIds.filter((id) => !mayReach(ctx, id))]);
}

// The rows of all active masters are locked before anything else, so that two who demote each other come one after the other.
function lockMasters(ctx: TenantContext): Promise<{ id: string }[]> {
  return ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "master"), eq(users.isActive, true)))
    .orderBy(users.id)
    .for("update");
}

type Editable = Pick<UpdateUserInput, "name" | "email" | "role" | "isActive" | "version"> &
  Readonly<{ locationIds: readonly string[] }>;

async function lockUser(ctx: TenantContext, id: string): Promise<Editable> {
  const [before] = await ctx.db
    .select({
      name: users.name,
      email: users.email,
      role: users.role,
      roleId: users.roleId,
      isActive: users.isActive,
      version: users.version,
    })
    .from(users)
    .where(eq(users.id, id))
    .for("update");
  if (before === undefined) return fail({ code: "NOT_FOUND", entity: "user", id });
  const { role, roleId, ...rest } = before;
  const locationIds = (await findPlaces(ctx.db, [id])).get(id) ?? [];
  return { ...rest, role: roleKeyOf(role, roleId), locationIds };
}

// Links and half-done sign-ins of before were for who they were then.
const isSomebodyElse = (before: Editable, { role, isActive }: Editable): boolean =>
  before.role !== role || before.isActive !== isActive;

async function save(ctx: TenantContext, id: string, before: Editable, after: Editable): Promise<void> {
  const { version, name, email, role, locationIds, isActive } = after;
  const voided = isSomebodyElse(before, after) ? { sessionVersion: sql`${users.sessionVersion} + 1` } : {};
  await ctx.db
    .update(users)
    .set({ name, email, ...storedRole(role), isActive, version, updatedAt: ctx.now(), ...voided })
    .where(eq(users.id, id));
  if (JSON.stringify(locationIds) !== JSON.stringify(before.locationIds)) {
    await savePlaces(ctx, id, { before: before.locationIds, after: locationIds });
  }
  if (isSomebodyElse(before, after)) {
    await ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(sessions.userId, id), isNull(sessions.revokedAt)));
  }
  const lines = difference({ ...before, version: 0 }, { ...after, version: 0 });
  await recordAudit(ctx, { action: "users.update", entity: "user", entityId: id, ...lines });
}
