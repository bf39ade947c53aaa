import { count } from "@storehouse/db";
import { roles, settings } from "@storehouse/db/tenant";
import { type CreateRoleInput, fail } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { assertHolds } from "./assert-holds.ts";
import { roleRecord } from "./role-record.ts";

/** How many roles of its own a factory may have, archived ones included: a list shows all of them. */
const ROLES_MAX = 100;

/** Adds a role of what the actor may do, or less. Sent twice, it adds one. Throws TAKEN, KEY_REUSED, NOT_ALLOWED, LIMIT_REACHED. */
export async function createRole(ctx: TenantContext, input: CreateRoleInput): Promise<{ id: string }> {
  authorize(ctx, "roles.create");
  assertHolds(ctx, input.permissions);
  const { id, ...content } = input;
  await createOnce(ctx, { ...roleRecord, action: "roles.create", id, content }, async (tx) => {
    await refuseTooMany(tx);
    await tx.db.insert(roles).values({ id, ...content, ...firstStamps(tx.now()) });
  });
  return { id };
}

/** Locks the factory's settings before it counts, so that two at once can't both be the last. */
async function refuseTooMany(ctx: TenantContext): Promise<void> {
  await ctx.db.select({ id: settings.id }).from(settings).for("update");
  const [made] = await ctx.db.select({ count: count() }).from(roles);
  const used = made?.count ?? 0;
  if (used >= ROLES_MAX) fail({ code: "LIMIT_REACHED", limit: "roles", used, allowed: ROLES_MAX });
}
