import { inArray } from "@storehouse/db";
import { units } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { locationRecord } from "../location/location-record.ts";
import { assertReach } from "../place-scope.ts";
import { getActive } from "../record/get-record.ts";
import { subcategoryRecord } from "../subcategory/subcategory-record.ts";
import { supplierRecord } from "../supplier/supplier-record.ts";
import type { ProductContent } from "./product-content.ts";

/** Refuses a product that points at what is unknown, archived or of another category. What `before` pointed at already may stay. */
export async function checkProduct(ctx: TenantContext, next: ProductContent, before?: ProductContent): Promise<void> {
  await checkUnits(ctx, next);
  await checkSubcategory(ctx, next, before);
  const { supplierId, defaultLocationId } = next;
  if (supplierId !== null && supplierId !== before?.supplierId) {
    await getActive(ctx.db, supplierRecord, supplierId, "supplierId");
  }
  if (defaultLocationId !== null && defaultLocationId !== before?.defaultLocationId) {
    assertReach(ctx, defaultLocationId, "defaultLocationId");
    await getActive(ctx.db, locationRecord, defaultLocationId, "defaultLocationId");
  }
}

async function checkSubcategory(ctx: TenantContext, next: ProductContent, before?: ProductContent): Promise<void> {
  const { subcategoryId, category } = next;
  if (subcategoryId === null) return;
  if (subcategoryId === before?.subcategoryId && category === before.category) return;
  const { content } = await getActive(ctx.db, subcategoryRecord, subcategoryId, "subcategoryId");
  if (content.category !== category) fail({ code: "INVALID", field: "subcategoryId", reason: "OTHER_CATEGORY" });
}

/** The base unit is 1/1 of itself and stands in no list; every other unit stands there once. */
async function checkUnits({ db }: TenantContext, { baseUnitId, units: others }: ProductContent): Promise<void> {
  const seen = new Set([baseUnitId]);
  for (const [place, { unitId }] of others.entries()) {
    const reason = unitId === baseUnitId ? "BASE_UNIT" : "REPEATED";
    if (seen.has(unitId)) fail({ code: "INVALID", field: `units.${place}.unitId`, reason });
    seen.add(unitId);
  }
  const found = await db
    .select({ id: units.id })
    .from(units)
    .where(inArray(units.id, [...seen]));
  const known = new Set(found.map(({ id }) => id));
  const places = [{ id: baseUnitId, field: "baseUnitId" }].concat(
    others.map(({ unitId }, place) => ({ id: unitId, field: `units.${place}.unitId` })),
  );
  const unknown = places.find(({ id }) => !known.has(id));
  if (unknown !== undefined) fail({ code: "NOT_FOUND", entity: "unit", ...unknown });
}
