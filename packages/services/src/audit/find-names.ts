import { eq, inArray, type ReadDb } from "@storehouse/db";
import {
  imports,
  locations,
  productFormulas,
  products,
  roles,
  subcategories,
  suppliers,
  units,
  users,
  variants,
} from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { mayReach } from "../place-scope.ts";

/** The part of a line that points at records. */
type Pointing = Readonly<{ entity: string; entityId: string; before: unknown; after: unknown }>;

export type Names = Readonly<{
  names: ReadonlyMap<string, string>;
  /** The product of each variant. */
  productIds: ReadonlyMap<string, string>;
}>;

/** Who looks, and where: the factory itself, or a copy of it. */
export type Looking = Readonly<{ db: ReadDb }> & Pick<TenantContext, "actor">;

/** Finds what the records are called that lines speak of or whose ids stand in their values: one query for each kind that occurs. */
export async function findNames(ctx: Looking, lines: readonly Pointing[]): Promise<Names> {
  const { db } = ctx;
  const wanted = new Map<Kind, Set<string>>();
  const want = (kind: Kind | undefined, id: unknown): void => {
    if (kind === undefined || typeof id !== "string" || !UUID.test(id)) return;
    // A place beyond the caller's has no name for them.
    if (kind === "location" && !mayReach(ctx, id)) return;
    wanted.set(kind, (wanted.get(kind) ?? new Set<string>()).add(id));
  };
  for (const { entity, entityId, before, after } of lines) {
    want(
      KINDS.find((kind) => kind === entity),
      entityId,
    );
    walk(before, want);
    walk(after, want);
  }
  const rows = await Promise.all([...wanted].map(([kind, ids]) => readers[kind](db, [...ids])));
  const found: readonly Found[] = rows.flat();
  return {
    names: new Map(found.map(({ id, name }) => [id, name])),
    productIds: new Map(
      found.flatMap(({ id, productId }) => (productId === undefined ? [] : [[id, productId] as const])),
    ),
  };
}

type Found = Readonly<{ id: string; name: string; productId?: string }>;

const KINDS = [
  "location",
  "subcategory",
  "supplier",
  "unit",
  "product",
  "variant",
  "user",
  "role",
  "import",
  "formula",
] as const;
type Kind = (typeof KINDS)[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the ids in a field of this name point at. */
const FIELDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(siteId|.*locationIds?)$/i, "location"],
  [/^subcategoryId$/, "subcategory"],
  [/^supplierId$/, "supplier"],
  [/unitId$/i, "unit"],
  [/^productId$/, "product"],
  [/variantId$/i, "variant"],
  [/^userId$/, "user"],
  [/^role(Id)?$/, "role"],
];

function walk(value: unknown, want: (kind: Kind | undefined, id: unknown) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, want);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return;
  for (const [field, one] of Object.entries(value)) {
    const kind = FIELDS.find(([name]) => name.test(field))?.[1];
    for (const id of Array.isArray(one) ? one : [one]) want(kind, id);
    walk(one, want);
  }
}

const nameIn =
  (table: typeof locations | typeof subcategories | typeof suppliers | typeof users | typeof roles) =>
  (db: ReadDb, ids: string[]): Promise<Found[]> =>
    db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids));

const readers: Readonly<Record<Kind, (db: ReadDb, ids: string[]) => Promise<Found[]>>> = {
  location: nameIn(locations),
  subcategory: nameIn(subcategories),
  supplier: nameIn(suppliers),
  user: nameIn(users),
  role: nameIn(roles),
  unit: (db, ids) => db.select({ id: units.id, name: units.code }).from(units).where(inArray(units.id, ids)),
  import: (db, ids) =>
    db.select({ id: imports.id, name: imports.fileName }).from(imports).where(inArray(imports.id, ids)),
  product: async (db, ids) => {
    const { id, name } = products;
    const rows = await db.select({ id, name }).from(products).where(inArray(id, ids));
    return rows.map((row) => ({ ...row, productId: row.id }));
  },
  variant: async (db, ids) => {
    const { id, name, sku, productId, isDefault } = variants;
    const rows = await db
      .select({ id, name, sku, productId, isDefault, productName: products.name })
      .from(variants)
      .innerJoin(products, eq(products.id, productId))
      .where(inArray(id, ids));
    return rows.map(named);
  },
  // A formula is called by what it makes.
  formula: async (db, ids) => {
    const { id } = productFormulas;
    const { name, sku, productId, isDefault } = variants;
    const rows = await db
      .select({ id, name, sku, productId, isDefault, productName: products.name })
      .from(productFormulas)
      .innerJoin(variants, eq(variants.id, productFormulas.variantId))
      .innerJoin(products, eq(products.id, productId))
      .where(inArray(id, ids));
    return rows.map(named);
  },
};

type VariantRow = Readonly<{
  id: string;
  name: string | null;
  sku: string;
  productId: string;
  isDefault: number;
  productName: string;
}>;

function named({ id, productId, name, sku, isDefault, productName }: VariantRow): Found {
  return { id, productId, name: name === null && isDefault === 1 ? productName : `${productName}, ${name ?? sku}` };
}
