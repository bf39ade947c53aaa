import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { fail, roleKeyOf } from "@storehouse/domain";
import { refuse, type TenantContext } from "../context.ts";
import { assertHolds } from "../role/assert-holds.ts";
import { findPermissions } from "../role/find-permissions.ts";
import { findPlaces } from "../user/user-places.ts";

/** Somebody else, as those who help them sign in read them. */
export type LockedPerson = Readonly<{ id: string; username: string; isActive: boolean; sessionVersion: number }>;

/**
 * Locks the person whom a master helps to sign in. Whoever may do that could sign in as them: it wants every right and every place
 * that the person has. Throws NOT_FOUND, NOT_ALLOWED.
 */
export async function lockPerson(ctx: TenantContext, id: string): Promise<LockedPerson> {
  const { username, role, roleId, isActive, sessionVersion } = users;
  const [row] = await ctx.db
    .select({ id: users.id, username, role, roleId, isActive, sessionVersion })
    .from(users)
    .where(eq(users.id, id))
    .for("update");
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "user", id });
  assertHolds(ctx, await findPermissions(ctx.db, roleKeyOf(row.role, row.roleId)));
  await assertHoldsPlaces(ctx, id);
  return row;
}

async function assertHoldsPlaces({ db, actor: { places } }: TenantContext, id: string): Promise<void> {
  if (places === null) return;
  const theirs = (await findPlaces(db, [id])).get(id) ?? [];
  if (theirs.length === 0 || theirs.some((place) => !places.has(place))) refuse("users.reset");
}
