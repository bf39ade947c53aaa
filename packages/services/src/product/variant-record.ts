import { eq, type ReadDb } from "@storehouse/db";
import { variants } from "@storehouse/db/tenant";
import type { UpdateVariantInput } from "@storehouse/domain";
import type { RecordKind } from "../record/record-kind.ts";
import { writeVersion } from "../record/record-writes.ts";
import { attributesKey } from "./attributes-key.ts";
import { findBarcodes } from "./barcodes.ts";
import { normalQuantity } from "./product-content.ts";

/** All that people may change of a variant. */
export type VariantContent = Omit<UpdateVariantInput, "id" | "version">;

/** A variant's content as it is compared: the minimum without needless zeros, barcodes in order. */
export const normalVariant = (content: VariantContent): VariantContent => ({
  ...content,
  minimumStock: normalQuantity(content.minimumStock),
  barcodes: content.barcodes.toSorted(),
});

/** Variants, as the shared verbs see them. */
export const variantRecord: RecordKind<VariantContent> = {
  entity: "variant",
  actions: { update: "products.updateVariant", archive: "products.archiveVariant" },
  uniques: { variants_sku_uq: "sku", variants_attributes_uq: "attributes" },
  find: findVariant,
  save: (db, change, content) => writeVersion(db, variants, change, variantColumns(change.id, content)),
  archive: (db, change, archivedAt) => writeVersion(db, variants, change, { archivedAt }),
};

/** The part of a variant's content that stands in its own row. */
export const variantColumns = (id: string, { sku, name, attributes, minimumStock }: VariantContent) => ({
  sku,
  name,
  attributes,
  minimumStock,
  attributesKey: attributesKey(attributes, id),
});

async function findVariant(db: ReadDb, id: string) {
  const { version, archivedAt, sku, name, attributes, minimumStock } = variants;
  const [row] = await db
    .select({ version, archivedAt, columns: { sku, name, attributes, minimumStock } })
    .from(variants)
    .where(eq(variants.id, id));
  if (row === undefined) return undefined;
  const content = normalVariant({
    ...row.columns,
    attributes: row.columns.attributes ?? {},
    barcodes: await findBarcodes(db, id),
  });
  return { id, version: row.version, isArchived: row.archivedAt !== null, content };
}
