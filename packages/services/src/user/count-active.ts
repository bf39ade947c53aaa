import { count, eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";

/** How many people of the factory may sign in: what its pool limit follows. */
export async function countActive(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.db.select({ people: count() }).from(users).where(eq(users.isActive, true));
  return row?.people ?? 0;
}
