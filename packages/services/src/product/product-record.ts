import { asc, eq, type ReadDb } from "@storehouse/db";
import { products, productUnits } from "@storehouse/db/tenant";
import type { RecordKind } from "../record/record-kind.ts";
import { writeVersion } from "../record/record-writes.ts";
import { normalProduct, productColumns, type ProductContent } from "./product-content.ts";

/** Products, as the shared verbs see them. A hidden variant's sku is the product's code, so its key guards the code too. */
export const productRecord: RecordKind<ProductContent> = {
  entity: "product",
  actions: { update: "products.update", archive: "products.archive" },
  uniques: { products_code_uq: "code", variants_sku_uq: "code" },
  find: findProduct,
  save: (db, change, content) => writeVersion(db, products, change, productColumns(content)),
  archive: (db, change, archivedAt) =>
    writeVersion(db, products, change, { archivedAt, isArchived: archivedAt === null ? 0 : 1 }),
};

async function findProduct(db: ReadDb, id: string) {
  const [row] = await db
    .select({ version: products.version, isArchived: products.isArchived, content: contentColumns })
    .from(products)
    .where(eq(products.id, id));
  if (row === undefined) return undefined;
  const { unitId, numerator, denominator } = productUnits;
  const units = await db
    .select({ unitId, numerator, denominator })
    .from(productUnits)
    .where(eq(productUnits.productId, id))
    .orderBy(asc(unitId));
  const content = normalProduct({ ...row.content, units });
  return { id, version: row.version, isArchived: row.isArchived === 1, content };
}

/** The columns of a product that people write: what a change is compared with. */
export const contentColumns = {
  code: products.code,
  name: products.name,
  description: products.description,
  category: products.category,
  sourceType: products.sourceType,
  baseUnitId: products.baseUnitId,
  subcategoryId: products.subcategoryId,
  supplierId: products.supplierId,
  defaultLocationId: products.defaultLocationId,
  price: products.price,
  cost: products.cost,
};
