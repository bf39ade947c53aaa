import { eq } from "@storehouse/db";
import { settings, users } from "@storehouse/db/tenant";
import { fail, type Me, permissionsOf, type Role } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import type { FactoryFacts } from "./ports.ts";

/** Who is signed in, and where: all that a page needs to draw itself. Throws NOT_SIGNED_IN when the person is gone. */
export async function getMe(ctx: TenantContext, factory: FactoryFacts): Promise<Me> {
  authorize(ctx, "profile.manage");
  const [row] = await ctx.db
    .select({
      userId: users.id,
      username: users.username,
      name: users.name,
      email: users.email,
      role: users.role,
      mustChangePassword: users.mustChangePassword,
      version: users.version,
      currency: settings.currency,
      timeZone: settings.timeZone,
    })
    .from(users)
    .innerJoin(settings, eq(settings.id, 1))
    .where(eq(users.id, personOf(ctx)));
  if (row === undefined) return fail({ code: "NOT_SIGNED_IN" });
  const role = row.role as Role;
  const { factoryName, dbName } = factory;
  return { ...row, role, permissions: [...permissionsOf(role)], factoryName, dbName };
}
