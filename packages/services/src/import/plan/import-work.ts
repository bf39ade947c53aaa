import type { Category } from "@storehouse/domain";
import type { KnownProduct, KnownVariant, ProductFields } from "./catalogue.ts";

/** A product to add, or to bring from `before` to `fields`; `addedVariants` is by how many its variants grow. */
export type PlannedProduct = Readonly<{
  id: string;
  fields: ProductFields;
  before: KnownProduct | null;
  addedVariants: number;
}>;

/** A variant to add, or to bring from `before` to these values. */
export type PlannedVariant = Readonly<{
  id: string;
  productId: string;
  sku: string;
  name: string | null;
  attributes: Readonly<Record<string, string>>;
  minimumStock: string | null;
  isDefault: boolean;
  before: KnownVariant | null;
}>;

export type PlannedOpening = Readonly<{ variantId: string; locationId: string; quantity: string; unitCost?: string }>;

/** Everything an import writes, in flat lists, the ids of what it makes already chosen. */
export type ImportWork = Readonly<{
  locations: readonly Readonly<{ id: string; name: string }>[];
  suppliers: readonly Readonly<{ id: string; name: string }>[];
  subcategories: readonly Readonly<{ id: string; name: string; category: Category }>[];
  units: readonly Readonly<{ id: string; code: string }>[];
  products: readonly PlannedProduct[];
  variants: readonly PlannedVariant[];
  barcodes: readonly Readonly<{ code: string; variantId: string }>[];
  packs: readonly Readonly<{ productId: string; unitId: string; numerator: number; denominator: number }>[];
  openings: readonly PlannedOpening[];
}>;
