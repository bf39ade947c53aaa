import { randomBytes } from "node:crypto";
import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { type CreateUserInput, fail, storedRole } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { createOnce } from "../record/create-once.ts";
import { assertHolds } from "../role/assert-holds.ts";
import { lockPermissions } from "../role/find-permissions.ts";
import type { AccountPorts } from "./ports.ts";
import { normalPlaces, savePlaces } from "./user-places.ts";

/** What adding a person needs of those ports. */
export type NewPersonPorts = Pick<AccountPorts, "assertUsable" | "hashPassword" | "verifyPassword" | "peopleChanged">;

/**
 * Adds a person, who has to change the given password before anything else; given none, they choose theirs by a link. Sent twice with the same id, it adds once.
 * The role is one that allows no more than the actor may. Throws TAKEN for a username in use, INVALID for a well-known password, LIMIT_REACHED, KEY_REUSED for an id sent before with other content,
 * NOT_ALLOWED for a role beyond the actor's, NOT_FOUND and ARCHIVED for a role or place that can't be given.
 */
export async function createUser(
  ctx: TenantContext,
  accounts: NewPersonPorts,
  input: CreateUserInput,
): Promise<{ id: string }> {
  authorize(ctx, "users.create");
  if (input.password !== undefined) accounts.assertUsable(input.password, "password", [input.username]);
  // Nobody's password still has a hash: signing in without one takes as long, and fails, as with a wrong one.
  const passwordHash = await accounts.hashPassword(input.password ?? randomBytes(32).toString("base64url"));
  const { id, username, name, email, role } = input;
  const locationIds = normalPlaces(input.locationIds ?? []);
  const content = { username, name, email, role, locationIds };
  const uniques = { users_username_uq: "username" } as const;
  await createOnce(ctx, { entity: "user", action: "users.create", id, content, uniques }, async (tx) => {
    const now = tx.now();
    assertHolds(tx, await lockPermissions(tx.db, role, "role"));
    await assertRoom(tx, { users: 1 });
    const made = { id, username, name, email, ...storedRole(role), passwordHash, mustChangePassword: true };
    await tx.db.insert(users).values({ ...made, createdAt: now, updatedAt: now });
    await savePlaces(tx, id, { before: [], after: locationIds });
  });
  await assertPassword(ctx, accounts, input, passwordHash);
  await accounts.peopleChanged();
  return { id };
}

// The audit line that tells a repeat from a reuse holds no password: that is compared with the person's, while it is still the first.
async function assertPassword(
  ctx: TenantContext,
  accounts: NewPersonPorts,
  { id, password }: CreateUserInput,
  passwordHash: string,
): Promise<void> {
  if (password === undefined) return;
  const { passwordHash: stored, mustChangePassword } = users;
  const [made] = await ctx.db.select({ stored, mustChangePassword }).from(users).where(eq(users.id, id));
  if (made === undefined || made.stored === passwordHash || !made.mustChangePassword) return;
  if (!(await accounts.verifyPassword(made.stored, password))) fail({ code: "KEY_REUSED", clientId: id });
}
