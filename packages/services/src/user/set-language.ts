import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { fail, type SetLanguageInput } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { AccountPorts } from "./ports.ts";

/** Saves the language the caller is spoken to in. The version stays: nobody edits this beside the caller. */
export async function setLanguage(
  ctx: TenantContext,
  accounts: Pick<AccountPorts, "forgetPerson">,
  { language }: SetLanguageInput,
): Promise<Record<string, never>> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  await atomically(ctx, async (tx) => {
    const [before] = await tx.db.select({ language: users.language }).from(users).where(eq(users.id, id)).for("update");
    if (before === undefined) return fail({ code: "NOT_FOUND", entity: "user", id });
    if (before.language === language) return;
    await tx.db.update(users).set({ language, updatedAt: tx.now() }).where(eq(users.id, id));
    const lines = difference(before, { language });
    await recordAudit(tx, { action: "auth.setLanguage", entity: "user", entityId: id, ...lines });
  });
  accounts.forgetPerson(id);
  return {};
}
