import type { TenantDb } from "@storehouse/db";
import { type ArchiveInput, type BulkList, fail, type Failure, UpdateUserInput } from "@storehouse/domain";
import { getCurrent, type PeoplePorts } from "../audit/restorable.ts";
import type { TenantContext } from "../context.ts";
import { archiveFormula, formulaRecord } from "../formula/archive-formula.ts";
import { archiveLocation } from "../location/archive-location.ts";
import { locationRecord } from "../location/location-record.ts";
import { archiveProduct } from "../product/archive-product.ts";
import { productRecord } from "../product/product-record.ts";
import { archiveSubcategory } from "../subcategory/archive-subcategory.ts";
import { subcategoryRecord } from "../subcategory/subcategory-record.ts";
import { archiveSupplier } from "../supplier/archive-supplier.ts";
import { supplierRecord } from "../supplier/supplier-record.ts";
import { updateUser } from "../user/update-user.ts";

/** One record that is to be put out of use, or back in use, if its version is still the one named. */
export type Turn = Readonly<{ recordId: string; version: number; isOn: boolean }>;

type Noun = Readonly<{
  entity: Extract<Failure, { code: "STALE" }>["entity"];
  find: (db: TenantDb, id: string) => Promise<Readonly<{ version: number }> | undefined>;
  archive: (ctx: TenantContext, input: ArchiveInput) => Promise<{ version: number }>;
}>;

const NOUNS: Readonly<Record<Exclude<BulkList, "users">, Noun>> = {
  products: { entity: "product", find: productRecord.find, archive: archiveProduct },
  suppliers: { entity: "supplier", find: supplierRecord.find, archive: archiveSupplier },
  locations: { entity: "location", find: locationRecord.find, archive: archiveLocation },
  subcategories: { entity: "subcategory", find: subcategoryRecord.find, archive: archiveSubcategory },
  formulas: { entity: "formula", find: formulaRecord.find, archive: archiveFormula },
};

/**
 * Archives a record or takes it back, or sets whether a person may sign in, by the noun's own verb with all that it asks and refuses.
 * Throws STALE where the record has another version by now, even if it is as it is wanted: then that was somebody else.
 */
export async function turnRecord(
  ctx: TenantContext,
  accounts: PeoplePorts,
  list: BulkList,
  { recordId: id, version, isOn }: Turn,
): Promise<{ version: number }> {
  if (list === "users") return turnUser(ctx, accounts, { recordId: id, version, isOn });
  const { entity, find, archive } = NOUNS[list];
  const now = (await find(ctx.db, id)) ?? fail({ code: "NOT_FOUND", entity, id });
  if (now.version !== version) fail({ code: "STALE", entity, id, current: { version: now.version }, changed: [] });
  return archive(ctx, { id, version, isArchived: !isOn });
}

async function turnUser(ctx: TenantContext, accounts: PeoplePorts, { recordId: id, version, isOn }: Turn) {
  if (ctx.actor.id === id && !isOn) fail({ code: "INVALID", field: "isActive", reason: "OWN_ACCOUNT" });
  const { content, version: now } = await getCurrent(ctx.db, "user", id);
  if (now !== version) fail({ code: "STALE", entity: "user", id, current: { version: now }, changed: [] });
  const { locationIds: _locationIds, ...rest } = content;
  return updateUser(ctx, accounts, UpdateUserInput.parse({ ...rest, id, version, isActive: isOn }));
}
