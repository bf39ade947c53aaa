import { and, asc, eq, gt, inArray, type ReadDb } from "@storehouse/db";
import {
  inventoryEntries,
  locationMinimums,
  products,
  settings,
  stockLevels,
  units,
  variants,
  variantStock,
} from "@storehouse/db/tenant";
import { type AuditValues, type Compared, type Restorable, trimDecimal } from "@storehouse/domain";
import { RESTORING } from "../audit/restorable.ts";
import { locationRecord } from "../location/location-record.ts";
import { productRecord } from "../product/product-record.ts";
import { variantRecord } from "../product/variant-record.ts";
import { roleRecord } from "../role/role-record.ts";
import { readSettings } from "../settings/read-settings.ts";
import { subcategoryRecord } from "../subcategory/subcategory-record.ts";
import { supplierRecord } from "../supplier/supplier-record.ts";
import { viewRecord } from "../view/view-record.ts";
import { findFormulaState } from "./find-formula-state.ts";
import type { FindState, State } from "./state.ts";

/** How each kind of record is read, now or in a copy. */
export const FIND: Readonly<Record<Compared, FindState>> = {
  product: productRecord.find,
  variant: variantRecord.find,
  supplier: supplierRecord.find,
  location: locationRecord.find,
  subcategory: subcategoryRecord.find,
  role: roleRecord.find,
  view: viewRecord.find,
  user: (db, id) => plain(RESTORING["user" satisfies Restorable].find(db, id)),
  unit: (db, id) => findUnit(db, id),
  formula: findFormulaState,
  minimum: (db, id) => findMinimum(db, id),
  settings: (db) => findSettings(db),
  entry: (db, id) => findEntry(db, id),
  level: (db, id) => findLevel(db, id),
};

const plain = async (
  found: Promise<Readonly<{ version: number; content: AuditValues }> | undefined>,
): Promise<State | undefined> => {
  const state = await found;
  return state && { ...state, isArchived: false };
};

const only = (content: AuditValues | undefined, version = 1): State | undefined =>
  content && { version, isArchived: false, content };

async function findUnit(db: ReadDb, id: string): Promise<State | undefined> {
  const { code, name, dimension, decimals } = units;
  const [row] = await db.select({ code, name, dimension, decimals }).from(units).where(eq(units.id, id));
  return only(row);
}

async function findSettings(db: ReadDb): Promise<State | undefined> {
  const [row] = await db.select({ id: settings.id }).from(settings).limit(1);
  if (row === undefined) return undefined;
  const { factoryId: _, version, closedThrough: __, ...content } = await readSettings(db);
  return only(content, version);
}

/** What is to be told when a variant is low: the largest it may rise to, and the least at each place. */
async function findMinimum(db: ReadDb, id: string): Promise<State | undefined> {
  const { maximumStock, minimumStock, productId } = variants;
  const [row] = await db
    .select({ version: products.version, minimum: minimumStock, maximum: maximumStock })
    .from(variants)
    .innerJoin(products, eq(products.id, productId))
    .where(eq(variants.id, id));
  if (row === undefined) return undefined;
  const places = await db
    .select({ locationId: locationMinimums.locationId, minimum: locationMinimums.minimum })
    .from(locationMinimums)
    .where(eq(locationMinimums.variantId, id))
    .orderBy(asc(locationMinimums.locationId));
  const atPlaces = places.map((place) => ({ ...place, minimum: trimDecimal(place.minimum) }));
  const maximum = row.maximum === null ? null : trimDecimal(row.maximum);
  return maximum === null && places.length === 0
    ? only({ maximum: null, atPlaces: [] }, row.version)
    : only({ maximum, atPlaces }, row.version);
}

async function findEntry(db: ReadDb, id: string): Promise<State | undefined> {
  const { type, quantity, variantId, locationId, occurredAt, postingId } = inventoryEntries;
  const [row] = await db
    .select({ type, quantity, variantId, locationId, occurredAt, postingId })
    .from(inventoryEntries)
    .where(eq(inventoryEntries.id, id));
  return only(row && { ...row, quantity: trimDecimal(row.quantity), occurredAt: row.occurredAt.toISOString() });
}

async function findLevel(db: ReadDb, id: string): Promise<State | undefined> {
  const [row] = await db
    .select({ onHand: variantStock.onHand })
    .from(variantStock)
    .where(eq(variantStock.variantId, id));
  if (row === undefined) return undefined;
  const { locationId, onHand } = stockLevels;
  const places = await db
    .select({ locationId, onHand })
    .from(stockLevels)
    .where(and(eq(stockLevels.variantId, id), gt(onHand, "0")))
    .orderBy(asc(locationId));
  return only({
    onHand: trimDecimal(row.onHand),
    atPlaces: places.map((place) => ({ ...place, onHand: trimDecimal(place.onHand) })),
  });
}

/** The product of each variant. */
export async function findProductsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, productId } = variants;
  const rows = await db
    .select({ id, productId })
    .from(variants)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.productId]));
}
