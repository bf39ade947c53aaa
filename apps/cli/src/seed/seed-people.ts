import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { assertUsablePassword, hashPassword } from "@storehouse/auth";
import { isBuiltIn, permissionsOf, UNLIMITED } from "@storehouse/domain";
import { createUser, type NewPersonPorts, type TenantContext } from "@storehouse/services";
import { seedId } from "./seed-id.ts";
import type { SeedFactory } from "./seed-plan.ts";

type PeopleWish = Readonly<{ factory: SeedFactory; password: string; peopleChanged: () => Promise<void> }>;

/** Adds the people who are not there yet, ready to sign in with the password. */
export async function seedPeople(ctx: TenantContext, { factory, password, peopleChanged }: PeopleWish): Promise<void> {
  const known = new Set(
    (await ctx.db.select({ username: users.username }).from(users)).map(({ username }) => username),
  );
  for (const { username, name, role } of factory.people.filter((person) => !known.has(person.username))) {
    const id = seedId(factory.dbName, username);
    await createUser(ctx, accountsOf(peopleChanged), { id, username, name, email: null, role, password });
    // They are there to be looked at: nobody has to choose a password first.
    await ctx.db.update(users).set({ mustChangePassword: false }).where(eq(users.id, id));
  }
}

/** The ports that adding people uses; nobody is signed in here, so the others have nothing to do. */
const accountsOf = (peopleChanged: () => Promise<void>): NewPersonPorts => ({
  hashPassword,
  verifyPassword: () => Promise.resolve(false),
  assertUsable: assertUsablePassword,
  peopleChanged,
});

/** The people who may book, each as the use cases see them at a moment: the first master, then the others. */
export async function bookersOf(db: TenantContext["db"]): Promise<readonly ((at: Date) => TenantContext)[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(eq(users.isActive, true))
    .orderBy(users.createdAt, users.username);
  const able = rows.flatMap((row) =>
    isBuiltIn(row.role) && permissionsOf(row.role).has("inventory.post") ? [{ ...row, role: row.role }] : [],
  );
  const masters = able.filter(({ role }) => role === "master");
  return [...masters, ...able.filter(({ role }) => role !== "master")].map(({ id, name, role }) => (at: Date) => ({
    db,
    actor: {
      kind: "user",
      id,
      name,
      permissions: permissionsOf(role),
      places: null,
      address: "127.0.0.1",
      device: "seed",
    },
    now: () => at,
    allowance: UNLIMITED,
  }));
}
