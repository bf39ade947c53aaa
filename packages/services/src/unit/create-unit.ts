import { count } from "@storehouse/db";
import { settings, units } from "@storehouse/db/tenant";
import { type CreateUnitInput, fail, PAGE_LIMIT_MAX } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";

/** Adds a unit of the factory's own, up to the number a list of all holds. Sent twice, it adds one. */
export async function createUnit(ctx: TenantContext, input: CreateUnitInput): Promise<{ id: string }> {
  authorize(ctx, "units.create");
  const { id, ...content } = input;
  const record = { entity: "unit", action: "units.create", id, content, uniques: { units_code_uq: "code" } } as const;
  await createOnce(ctx, record, async (tx) => {
    await refuseTooMany(tx);
    await tx.db.insert(units).values({ id, ...content });
  });
  return { id };
}

/** Locks the factory's settings before it counts, so that two at once can't both be the last. */
async function refuseTooMany(ctx: TenantContext): Promise<void> {
  await ctx.db.select({ id: settings.id }).from(settings).for("update");
  const [made] = await ctx.db.select({ count: count() }).from(units);
  const used = made?.count ?? 0;
  if (used >= PAGE_LIMIT_MAX) fail({ code: "LIMIT_REACHED", limit: "units", used, allowed: PAGE_LIMIT_MAX });
}
