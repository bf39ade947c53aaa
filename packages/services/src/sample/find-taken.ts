import { inArray, type TenantDb } from "@storehouse/db";
import { locations, products, subcategories, suppliers, units, variants } from "@storehouse/db/tenant";
import { DISPATCH, sampleParts } from "./sample-parts.ts";

/** What a sample has to know of a factory before it is planned. */
export type Catalogue = Readonly<{
  /** True for a name or code that a record has already, in use or archived. */
  isTaken: (name: string) => boolean;
  /** The id of a unit every factory starts with. */
  unitId: (code: string) => string;
}>;

/** Finds which of the sample's names and codes are taken, as the database compares them, and the units it counts in. */
export async function findTaken(db: TenantDb): Promise<Catalogue> {
  const parts = sampleParts();
  const codes = parts.map(({ code }) => code);
  const names = [
    ...new Set(parts.flatMap(({ location, supplier, group }) => [location, supplier ?? "", group])),
    DISPATCH,
  ];
  const taken = [
    ...(await db.select({ name: locations.name }).from(locations).where(inArray(locations.name, names))),
    ...(await db.select({ name: suppliers.name }).from(suppliers).where(inArray(suppliers.name, names))),
    ...(await db.select({ name: subcategories.name }).from(subcategories).where(inArray(subcategories.name, names))),
    ...(await db.select({ name: products.code }).from(products).where(inArray(products.code, codes))),
    ...(await db.select({ name: variants.sku }).from(variants).where(inArray(variants.sku, codes))),
  ];
  const known = await db.select({ id: units.id, code: units.code }).from(units);
  // As the database compares names: without regard to case and accents.
  const { compare } = new Intl.Collator("en", { sensitivity: "base" });
  return {
    isTaken: (name) => taken.some((row) => compare(row.name, name) === 0),
    unitId: (code) => {
      const unit = known.find((one) => one.code === code);
      if (unit === undefined) throw new Error(`the factory has no unit ${code}`);
      return unit.id;
    },
  };
}
