import type { ByIdInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { lockPerson } from "./lock-person.ts";
import type { SignInPorts } from "./ports.ts";

/** Forgets the wrong passwords that were tried for a person, so that they may try again at once. Throws NOT_FOUND, NOT_ALLOWED. */
export async function unlockSignIn(
  ctx: TenantContext,
  ports: SignInPorts,
  { id }: ByIdInput,
): Promise<Record<string, never>> {
  authorize(ctx, "users.reset");
  const { username } = await atomically(ctx, async (tx) => {
    const person = await lockPerson(tx, id);
    await recordAudit(tx, { action: "users.unlock", entity: "user", entityId: id });
    return person;
  });
  await ports.unlock(username);
  return {};
}
