import { NO_LOT, sql, type TenantDb } from "@storehouse/db";
import {
  barcodes,
  locations,
  products,
  stockLevels,
  subcategories,
  suppliers,
  variantStock,
  variants,
} from "@storehouse/db/tenant";
import { CATEGORIES } from "@storehouse/domain";
import { v7 } from "uuid";
import { attributesKey } from "./attributes-key.ts";

const NOUNS = ["fan", "motor", "blade", "canopy", "regulator", "rod", "bearing"] as const;
const COLOURS = ["brown", "white", "ivory", "black"] as const;
const ON_HAND = ["0", "2.5", "10", "250"] as const;
const NOW = Date.UTC(2026, 0, 1);

/** A factory's catalogue for tests of lists: few names, times and quantities, so that every order has ties. */
export type ManyProducts = Readonly<{ made: readonly MadeProduct[]; placeId: string; quarantineId: string }>;

export type MadeProduct = ReturnType<typeof productAt>;

/** Adds so many products: each 20th has three variants, each 50th is archived, each third is low. */
export async function makeMany(db: TenantDb, baseUnitId: string, count: number): Promise<ManyProducts> {
  const stamps = { createdAt: new Date(NOW), updatedAt: new Date(NOW) };
  const [placeId, quarantineId] = [v7(), v7()];
  await db.insert(locations).values([
    { id: placeId, name: "Store", type: "STORE", ...stamps },
    { id: quarantineId, name: "Held", type: "QUARANTINE", ...stamps },
  ]);
  const groups = Array.from({ length: 40 }, (_, n) => ({
    id: v7(),
    category: CATEGORIES[n % 4] ?? "raw",
    name: `G${n}`,
  }));
  const firms = Array.from({ length: 30 }, (_, n) => ({ id: v7(), name: `Firm ${n}` }));
  await db.insert(subcategories).values(groups.map((group) => ({ ...group, ...stamps })));
  await db.insert(suppliers).values(firms.map((firm) => ({ ...firm, ...stamps })));
  const made = Array.from({ length: count }, (_, n) => {
    const group = groups[(n * 7) % 40];
    return productAt(n, {
      baseUnitId,
      supplierId: firms[(n * 11) % 30]?.id,
      subcategoryId: group?.id,
      category: group?.category,
    });
  });
  for (let at = 0; at < count; at += 1000) await insertSome(db, made.slice(at, at + 1000), { placeId, quarantineId });
  for (const table of [products, variants, variantStock, barcodes]) await db.execute(sql`analyze table ${table}`);
  return { made, placeId, quarantineId };
}

type Links = Readonly<{
  baseUnitId: string;
  supplierId: string | undefined;
  subcategoryId: string | undefined;
  category: (typeof CATEGORIES)[number] | undefined;
}>;

function productAt(n: number, { baseUnitId, supplierId = "", subcategoryId = "", category = "raw" }: Links) {
  const noun = NOUNS[n % 7] ?? "fan";
  const code = `${noun.slice(0, 3).toUpperCase()}-${String(n).padStart(5, "0")}`;
  const skus = n % 20 === 0 ? [code, `${code}-A`, `${code}-B`] : [code];
  const isArchived = n % 50 === 7;
  return {
    id: v7(),
    code,
    name: `Ceiling ${noun} ${COLOURS[n % 4]}`,
    category,
    sourceType: n % 2 === 0 ? ("trading" as const) : ("manufacturing" as const),
    baseUnitId,
    subcategoryId,
    supplierId,
    price: n % 5 === 0 ? null : `${(n * 7) % 11}.5000`,
    updatedAt: new Date(NOW - (n % 13) * 1000),
    isArchived,
    isLow: n % 3 === 0,
    variants: skus.map((sku, k) => ({ id: v7(), sku, onHand: ON_HAND[(n + k) % 4] ?? "0", barcode: `89${n}0${k}` })),
  };
}

async function insertSome(
  db: TenantDb,
  made: readonly MadeProduct[],
  { placeId, quarantineId }: Readonly<{ placeId: string; quarantineId: string }>,
): Promise<void> {
  const createdAt = new Date(NOW);
  await db.insert(products).values(
    made.map(({ variants: own, isLow: _isLow, isArchived, ...row }) => ({
      ...row,
      createdAt,
      defaultLocationId: placeId,
      variantCount: own.length,
      isArchived: isArchived ? 1 : 0,
      archivedAt: isArchived ? createdAt : null,
    })),
  );
  const all = made.flatMap((product) => product.variants.map((variant, k) => ({ product, variant, k })));
  await db.insert(variants).values(
    all.map(({ product, variant: { id, sku }, k }) => ({
      id,
      productId: product.id,
      sku,
      isDefault: k === 0 ? 1 : 0,
      attributesKey: attributesKey({ k: String(k) }, id),
      createdAt,
      updatedAt: createdAt,
    })),
  );
  await db.insert(variantStock).values(
    all.map(({ product, variant: { id, onHand }, k }) => ({
      variantId: id,
      productId: product.id,
      onHand,
      value: onHand,
      isLow: product.isLow && k === 0 ? 1 : 0,
    })),
  );
  await db.insert(stockLevels).values(
    all.map(({ variant: { id, onHand } }, n) => {
      const locationId = n % 10 === 3 ? quarantineId : placeId;
      return { variantId: id, locationId, lotId: NO_LOT, onHand, updatedAt: createdAt };
    }),
  );
  await db.insert(barcodes).values(all.map(({ variant: { id, barcode } }) => ({ code: barcode, variantId: id })));
}
