import { asc } from "@storehouse/db";
import { units } from "@storehouse/db/tenant";
import { PAGE_LIMIT_MAX, type UnitRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";

/** Lists every unit by code: a factory has no more of them than one page holds. */
export async function listUnits(ctx: TenantContext): Promise<{ rows: readonly UnitRow[] }> {
  authorize(ctx, "units.read");
  const { id, code, name, dimension, decimals } = units;
  const rows = await ctx.db
    .select({ id, code, name, dimension, decimals })
    .from(units)
    .orderBy(asc(code))
    .limit(PAGE_LIMIT_MAX);
  return { rows };
}
