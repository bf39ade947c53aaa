import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { fail, type UpdateProfileInput } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { AccountPorts } from "./ports.ts";
import { isChange } from "./is-change.ts";

/** Saves the caller's own name and e-mail address. Throws STALE when somebody else saved in between. */
export async function updateProfile(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: UpdateProfileInput,
): Promise<{ version: number }> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  const version = await atomically(ctx, async (tx) => {
    const [before] = await tx.db
      .select({ name: users.name, email: users.email, version: users.version })
      .from(users)
      .where(eq(users.id, id))
      .for("update");
    if (before === undefined) return fail({ code: "NOT_FOUND", entity: "user", id });
    const after = { name: input.name, email: input.email };
    if (!isChange(id, before, { ...after, version: input.version })) return before.version;
    await tx.db
      .update(users)
      .set({ ...after, version: input.version + 1, updatedAt: tx.now() })
      .where(eq(users.id, id));
    const { name, email } = before;
    const lines = difference({ name, email }, after);
    await recordAudit(tx, { action: "auth.updateProfile", entity: "user", entityId: id, ...lines });
    return input.version + 1;
  });
  accounts.forgetPerson(id);
  return { version };
}
