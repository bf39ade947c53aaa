import { eq, NO_LOT, type TenantDb } from "@storehouse/db";
import {
  inventoryEntries,
  locations,
  postings,
  products,
  stockLevels,
  units,
  variantStock,
  variants,
} from "@storehouse/db/tenant";
import {
  type Category,
  fromScaled,
  MONEY_SCALE,
  mulDiv,
  QUANTITY_SCALE,
  type SourceType,
  toScaled,
} from "@storehouse/domain";
import { createHash } from "node:crypto";
import { v7 } from "uuid";

/** What a test may want of a product; the rest is filled in. With `onHand` it has an opening entry at `locationId`. */
export type ProductOptions = Readonly<{
  code?: string;
  name?: string;
  category?: Category;
  sourceType?: SourceType;
  /** The code of a starter unit. */
  unit?: string;
  minimumStock?: string;
  onHand?: string | number;
  unitCost?: string;
  locationId?: string;
}>;

export type BuiltProduct = Readonly<{ id: string; variantId: string; code: string; locationId: string }>;

let made = 0;

/** Adds a place and returns its id. */
export async function buildLocation(db: TenantDb, name?: string): Promise<string> {
  const id = v7();
  const now = new Date();
  made += 1;
  await db
    .insert(locations)
    .values({ id, name: name ?? `Place ${made}`, type: "WAREHOUSE", createdAt: now, updatedAt: now });
  return id;
}

/** Adds a product with its hidden variant; with `onHand`, also the posting, entry, level and total that an opening leaves behind. */
export async function buildProduct(
  db: TenantDb,
  userId: string,
  locationId: string,
  options: ProductOptions = {},
): Promise<BuiltProduct> {
  made += 1;
  const built = { id: v7(), variantId: v7(), code: options.code ?? `P-${made}`, locationId };
  await insertProduct(db, built, options);
  if (options.onHand !== undefined && Number(options.onHand) !== 0) await insertOpening(db, userId, built, options);
  return built;
}

async function insertProduct(db: TenantDb, built: BuiltProduct, options: ProductOptions): Promise<void> {
  const now = new Date();
  const [unit] = await db
    .select({ id: units.id })
    .from(units)
    .where(eq(units.code, options.unit ?? "pcs"));
  if (unit === undefined) throw new Error(`no unit ${options.unit}`);
  await db.insert(products).values({
    id: built.id,
    code: built.code,
    name: options.name ?? `Product ${built.code}`,
    category: options.category ?? "finished",
    sourceType: options.sourceType ?? "trading",
    baseUnitId: unit.id,
    defaultLocationId: built.locationId,
    createdAt: now,
    updatedAt: now,
  });
  await db.insert(variants).values({
    id: built.variantId,
    productId: built.id,
    sku: built.code,
    attributesKey: createHash("sha256").update("{}").digest("hex"),
    minimumStock: options.minimumStock ?? null,
    isDefault: 1,
    createdAt: now,
    updatedAt: now,
  });
  const onHand = String(options.onHand ?? 0);
  const sequence = Number(onHand) === 0 ? 0 : 1;
  const isLow = options.minimumStock !== undefined && Number(onHand) <= Number(options.minimumStock);
  await db.insert(variantStock).values({
    variantId: built.variantId,
    productId: built.id,
    onHand,
    value: valueOf(options),
    sequence,
    isLow: Number(isLow),
  });
}

async function insertOpening(
  db: TenantDb,
  userId: string,
  { variantId, locationId }: BuiltProduct,
  options: ProductOptions,
): Promise<void> {
  const now = new Date();
  const at = { occurredAt: now, writtenAt: now };
  const onHand = String(options.onHand);
  const postingId = v7();
  await db
    .insert(postings)
    .values({ id: postingId, clientId: v7(), requestHash: "0".repeat(64), kind: "opening", userId, ...at });
  await db.insert(inventoryEntries).values({
    id: v7(),
    postingId,
    lineNumber: 0,
    variantId,
    locationId,
    lotId: NO_LOT,
    type: "opening",
    quantity: onHand,
    unitCost: options.unitCost ?? "0",
    value: valueOf(options),
    currency: "INR",
    balance: onHand,
    sequence: 1,
    userId,
    ...at,
  });
  await db.insert(stockLevels).values({ variantId, locationId, lotId: NO_LOT, onHand, updatedAt: now });
}

function valueOf({ onHand = 0, unitCost = "0" }: ProductOptions): string {
  const quantity = toScaled(String(onHand), QUANTITY_SCALE);
  return fromScaled(mulDiv(quantity, toScaled(unitCost, MONEY_SCALE), 10n ** BigInt(QUANTITY_SCALE)), MONEY_SCALE);
}
