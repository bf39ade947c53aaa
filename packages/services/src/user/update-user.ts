import { and, eq, isNull } from "@storehouse/db";
import { sessions, users } from "@storehouse/db/tenant";
import { fail, type UpdateUserInput } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { isChange } from "./is-change.ts";
import type { AccountPorts } from "./ports.ts";

/**
 * Changes a person's name, address, role and whether they may sign in; who may not is signed out everywhere.
 * Throws NOT_FOUND, STALE, and LAST_MASTER when no active master would be left.
 */
export async function updateUser(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: UpdateUserInput,
): Promise<{ version: number }> {
  authorize(ctx, "users.update");
  const version = await atomically(ctx, async (tx) => {
    const masters = await lockMasters(tx);
    const before = await lockUser(tx, input.id);
    const { name, email, role, isActive } = input;
    if (!isChange(input.id, before, { name, email, role, isActive, version: input.version })) return before.version;
    const keepsMaster = role === "master" && isActive;
    if (!keepsMaster && masters.length === 1 && masters[0]?.id === input.id)
      fail({ code: "LAST_MASTER", userId: input.id });
    await save(tx, before, { ...input, version: input.version + 1 });
    return input.version + 1;
  });
  accounts.forgetPerson(input.id);
  await accounts.peopleChanged();
  return { version };
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

type Editable = Pick<UpdateUserInput, "name" | "email" | "role" | "isActive" | "version">;

async function lockUser(ctx: TenantContext, id: string): Promise<Editable> {
  const [before] = await ctx.db
    .select({
      name: users.name,
      email: users.email,
      role: users.role,
      isActive: users.isActive,
      version: users.version,
    })
    .from(users)
    .where(eq(users.id, id))
    .for("update");
  if (before === undefined) return fail({ code: "NOT_FOUND", entity: "user", id });
  return before as Editable;
}

async function save(ctx: TenantContext, before: Editable, input: UpdateUserInput): Promise<void> {
  const { id, version, name, email, role, isActive } = input;
  await ctx.db
    .update(users)
    .set({ name, email, role, isActive, version, updatedAt: ctx.now() })
    .where(eq(users.id, id));
  if (!isActive) {
    await ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(sessions.userId, id), isNull(sessions.revokedAt)));
  }
  const lines = difference({ ...before, version: 0 }, { name, email, role, isActive, version: 0 });
  await recordAudit(ctx, { action: "users.update", entity: "user", entityId: id, ...lines });
}
