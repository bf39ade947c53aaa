import { and, desc, eq, type ReadDb } from "@storehouse/db";
import { variants } from "@storehouse/db/tenant";
import {
  AddVariantInput,
  type AuditValues,
  CreateLocationInput,
  CreateProductInput,
  CreateRoleInput,
  CreateSubcategoryInput,
  CreateSupplierInput,
  CreateUnitInput,
  fail,
  type Takeable,
} from "@storehouse/domain";
import { parsed } from "../audit/restorable.ts";
import type { TenantContext } from "../context.ts";
import { createLocation } from "../location/create-location.ts";
import { addVariant } from "../product/add-variant.ts";
import { createProduct } from "../product/create-product.ts";
import { variantRecord } from "../product/variant-record.ts";
import { createRole } from "../role/create-role.ts";
import { createSubcategory } from "../subcategory/create-subcategory.ts";
import { createSupplier } from "../supplier/create-supplier.ts";
import { createUnit } from "../unit/create-unit.ts";

type Made = Readonly<{ id: string; content: AuditValues }>;
type Make = (ctx: TenantContext, made: Made, copy: ReadDb) => Promise<unknown>;

/** The verb that adds each kind of record that can be made anew, under the id it had. */
const MAKE: Partial<Record<Takeable, Make>> = {
  unit: (ctx, { id, content }) => createUnit(ctx, parsed(CreateUnitInput, { ...content, id })),
  location: (ctx, { id, content }) => createLocation(ctx, parsed(CreateLocationInput, { ...content, id })),
  supplier: (ctx, { id, content }) => createSupplier(ctx, parsed(CreateSupplierInput, { ...content, id })),
  subcategory: (ctx, { id, content }) => createSubcategory(ctx, parsed(CreateSubcategoryInput, { ...content, id })),
  role: (ctx, { id, content }) => createRole(ctx, parsed(CreateRoleInput, { ...content, id })),
  product: makeProduct,
  variant: async (ctx, { id, content }, copy) => {
    const [of] = await copy.select({ productId: variants.productId }).from(variants).where(eq(variants.id, id));
    await addVariant(ctx, parsed(AddVariantInput, { ...content, id, productId: of?.productId }));
  },
};

/** Makes a record anew that is gone altogether. Throws NOT_FOUND for a kind that never is, and what the noun's own verb throws. */
export async function makeAnew(ctx: TenantContext, table: Takeable, made: Made, copy: ReadDb): Promise<void> {
  const make = MAKE[table];
  if (make === undefined)
    return fail({ code: "NOT_FOUND", entity: table === "minimum" ? "variant" : table, id: made.id });
  await make(ctx, made, copy);
}

/** A product is made with its first variant; further ones are records of their own. */
async function makeProduct(ctx: TenantContext, { id, content }: Made, copy: ReadDb): Promise<void> {
  const [first] = await copy
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.productId, id)))
    .orderBy(desc(variants.isDefault), variants.id)
    .limit(1);
  const variant = first && (await variantRecord.find(copy, first.id));
  const { barcodes, minimumStock } = variant?.content ?? {};
  await createProduct(
    ctx,
    parsed(CreateProductInput, { ...content, id, variantId: first?.id, barcodes, minimumStock }),
  );
}
