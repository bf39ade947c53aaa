import type { Category, SourceType } from "@storehouse/domain";

/** A named record that rows of a sheet may mean. */
export type Named = Readonly<{ id: string; name: string; isArchived: boolean }>;
export type KnownUnit = Readonly<{ id: string; code: string; decimals: number }>;
export type Pack = Readonly<{ unitId: string; numerator: number; denominator: number }>;

/** A product's own fields, as they are kept. */
export type ProductFields = Readonly<{
  code: string;
  name: string;
  description: string | null;
  category: Category;
  sourceType: SourceType;
  baseUnitId: string;
  subcategoryId: string | null;
  supplierId: string | null;
  defaultLocationId: string | null;
  price: string | null;
  cost: string | null;
}>;

export type KnownVariant = Readonly<{
  id: string;
  productId: string;
  sku: string;
  name: string | null;
  minimumStock: string | null;
  attributesKey: string;
  isDefault: boolean;
  isArchived: boolean;
  version: number;
}>;

export type KnownProduct = Readonly<{
  id: string;
  fields: ProductFields;
  version: number;
  isArchived: boolean;
  packs: readonly Pack[];
  variants: readonly KnownVariant[];
}>;

/** What stands at a place of a variant: what is left, and what its opening was, less what of it was undone. */
export type KnownPlace = Readonly<{ onHand: string; opening: string; isBooked: boolean }>;

/** The part of a factory's records that a sheet's rows can meet. Names are folded as the database compares them. */
export type Catalogue = Readonly<{
  units: readonly KnownUnit[];
  locations: ReadonlyMap<string, Named>;
  /** True for who is limited to places: those are all they name, and they make no others. */
  arePlacesFixed?: boolean;
  suppliers: ReadonlyMap<string, Named>;
  /** By category and folded name, with a line break between. */
  subcategories: ReadonlyMap<string, Named>;
  products: ReadonlyMap<string, KnownProduct>;
  /** Whose product each SKU is. */
  skus: ReadonlyMap<string, Readonly<{ variantId: string; productId: string; code: string }>>;
  /** Which variant each barcode names. */
  barcodes: ReadonlyMap<string, string>;
  /** By `placeKey(variantId, locationId)`. */
  places: ReadonlyMap<string, KnownPlace>;
}>;
