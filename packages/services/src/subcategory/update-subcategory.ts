import { count, eq } from "@storehouse/db";
import { products, subcategories } from "@storehouse/db/tenant";
import { fail, type UpdateSubcategoryInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { updateRecord } from "../record/update-record.ts";
import { subcategoryRecord } from "./subcategory-record.ts";

/** Changes a subcategory, from the version the change was made from. It may change its category only while no product is in it. */
export function updateSubcategory(ctx: TenantContext, input: UpdateSubcategoryInput): Promise<{ version: number }> {
  authorize(ctx, "subcategories.update");
  const { id, version, ...content } = input;
  return updateRecord(
    ctx,
    subcategoryRecord,
    { id, version, content },
    {
      check: async (tx, stored, next) => {
        if (next.category !== stored.content.category) await refuseUsed(tx, id);
      },
    },
  );
}

/** Locks the row before it counts: a product on its way in holds it through its foreign key, and is waited for. */
async function refuseUsed(ctx: TenantContext, id: string): Promise<void> {
  await ctx.db.select({ id: subcategories.id }).from(subcategories).where(eq(subcategories.id, id)).for("update");
  const [used] = await ctx.db.select({ count: count() }).from(products).where(eq(products.subcategoryId, id));
  if (used !== undefined && used.count > 0) {
    fail({ code: "IN_USE", entity: "subcategory", id, by: "product", count: used.count });
  }
}
