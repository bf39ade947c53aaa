import { eq } from "@storehouse/db";
import { subcategories } from "@storehouse/db/tenant";
import { type ByIdInput, fail, type SubcategoryRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { selectSubcategories, toSubcategoryRow } from "./select-subcategories.ts";

/** One subcategory, archived or not. Throws NOT_FOUND. */
export async function getSubcategory(ctx: TenantContext, { id }: ByIdInput): Promise<SubcategoryRow> {
  authorize(ctx, "subcategories.read");
  const [row] = await selectSubcategories(ctx.db).where(eq(subcategories.id, id));
  return row === undefined ? fail({ code: "NOT_FOUND", entity: "subcategory", id }) : toSubcategoryRow(row);
}
