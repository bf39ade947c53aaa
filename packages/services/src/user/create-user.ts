import { eq, isDuplicateKey } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { type CreateUserInput, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { AccountPorts } from "./ports.ts";

/**
 * Adds a person, who changes the given password at the first sign-in. Sent twice with the same id, it adds once.
 * Throws TAKEN for a username in use, INVALID for a well-known password, KEY_REUSED for an id that is somebody else's.
 */
export async function createUser(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: CreateUserInput,
): Promise<{ id: string }> {
  authorize(ctx, "users.create");
  accounts.assertUsable(input.password, "password", [input.username]);
  const passwordHash = await accounts.hashPassword(input.password);
  try {
    await atomically(ctx, (tx) => insert(tx, input, passwordHash));
  } catch (error) {
    await explainDuplicate(ctx, error, input);
  }
  await accounts.peopleChanged();
  return { id: input.id };
}

async function insert(ctx: TenantContext, input: CreateUserInput, passwordHash: string): Promise<void> {
  const { id, username, name, email, role } = input;
  const now = ctx.now();
  await ctx.db.insert(users).values({
    id,
    username,
    name,
    email,
    role,
    passwordHash,
    mustChangePassword: true,
    createdAt: now,
    updatedAt: now,
  });
  await recordAudit(ctx, {
    action: "users.create",
    entity: "user",
    entityId: id,
    after: { username, name, email, role },
  });
}

async function explainDuplicate(ctx: TenantContext, error: unknown, input: CreateUserInput): Promise<void> {
  if (!isDuplicateKey(error)) throw error;
  const [same] = await ctx.db.select({ username: users.username }).from(users).where(eq(users.id, input.id));
  if (same === undefined) fail({ code: "TAKEN", field: "username", value: input.username });
  if (same.username !== input.username) fail({ code: "KEY_REUSED", clientId: input.id });
}
