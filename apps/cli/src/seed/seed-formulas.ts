import { eq } from "@storehouse/db";
import { postings } from "@storehouse/db/tenant";
import { canMake, createFormula, make, type SeedStock, type TenantContext, updateMakeRule } from "@storehouse/services";
import { seedId } from "./seed-id.ts";

const FORMULAS = 4;
const PARTS = 4;
const MADE = 5;

/** Gives a few finished products formulas over two levels, and makes some of each. Run again, it finds all of it there. */
export async function seedFormulas(ctx: TenantContext, dbName: string, stocks: readonly SeedStock[]): Promise<void> {
  await updateMakeRule(ctx, { makeFrom: "anywhere" });
  const of = (category: SeedStock["category"]) => stocks.filter((stock) => stock.category === category);
  const [raw, semi, finished] = [of("raw"), of("semi"), of("finished").slice(0, FORMULAS)];
  const [core] = semi;
  if (core !== undefined) await addFormula(ctx, dbName, core, raw.slice(0, 2));
  for (const [at, product] of finished.entries()) {
    const others = [...raw, ...semi.slice(1)].slice(at * PARTS, (at + 1) * PARTS);
    await addFormula(ctx, dbName, product, core === undefined ? others : [core, ...others]);
    await makeSome(ctx, dbName, product);
  }
}

const addFormula = (ctx: TenantContext, dbName: string, product: SeedStock, parts: readonly SeedStock[]) =>
  createFormula(ctx, {
    id: seedId(dbName, "formula", product.sku),
    variantId: product.variantId,
    versionId: seedId(dbName, "formula version", product.sku),
    name: null,
    note: null,
    outputQuantity: "1",
    components: parts.map(({ variantId }, at) => ({
      variantId,
      quantity: String(1 + (at % 3)),
      scrapPercent: at === 1 ? "2.5" : "0",
    })),
    isActive: true,
  });

async function makeSome(ctx: TenantContext, dbName: string, { sku, variantId, homeId }: SeedStock): Promise<void> {
  const clientId = seedId(dbName, "made", sku);
  const made = await ctx.db.select({ id: postings.id }).from(postings).where(eq(postings.clientId, clientId));
  if (made.length > 0) return;
  const { canMakeOverall } = await canMake(ctx, { variantId });
  if (Number(canMakeOverall) < MADE) return;
  await make(ctx, { clientId, variantId, quantity: String(MADE), locationId: homeId, reference: "JOB 1", note: null });
}
