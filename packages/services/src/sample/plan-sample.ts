import type { ImportWork } from "../import/plan/import-work.ts";
import { newId } from "../new-id.ts";
import type { Catalogue } from "./find-taken.ts";
import type { FanPart } from "./fan-parts.ts";
import { DISPATCH, sampleParts } from "./sample-parts.ts";
import type { SeedStock } from "./seed-world.ts";

const DESCRIPTION = "Part of the sample factory.";

/** A sample's records, ready to be written, and its stock as its days are planned. */
export type SamplePlan = Readonly<{
  work: ImportWork;
  dispatch: Readonly<{ id: string; name: string }>;
  stocks: readonly SeedStock[];
}>;

/** What tells a sample's names from others: added where a name is taken, and to all of them once the sample is removed. */
export const tagOf = (sampleId: string): string => sampleId.slice(-6).toUpperCase();

/** Plans the records of a sample: forty products of a maker of fans with their places, groups and suppliers, under names that are free. */
export function planSample(sampleId: string, catalogue: Catalogue): SamplePlan {
  const tag = tagOf(sampleId);
  const named = (name: string): string => (catalogue.isTaken(name) ? `${name} (${tag})` : name);
  const coded = (code: string): string => (catalogue.isTaken(code) ? `${code}-${tag}` : code);
  const parts = sampleParts().map((part) => ({ ...part, code: coded(part.code) }));
  const locations = namesOf(parts.map(({ location }) => location)).map((name) => ({ id: newId(), name: named(name) }));
  const suppliers = namesOf(parts.map(({ supplier }) => supplier)).map((name) => ({ id: newId(), name: named(name) }));
  const groups = new Map(parts.map(({ group, category }) => [`${category}/${group}`, { group, category }]));
  const subcategories = [...groups.values()].map(({ group, category }) => ({
    id: newId(),
    name: named(group),
    category,
  }));
  const idOf = (list: readonly { id: string; name: string }[], name: string): string => {
    const found = list.find((one) => one.name === named(name));
    if (found === undefined) throw new Error(`the sample lacks ${name}`);
    return found.id;
  };
  const made = parts.map((part) => ({
    part,
    productId: newId(),
    variantId: newId(),
    homeId: idOf(locations, part.location),
  }));
  return {
    dispatch: { id: newId(), name: named(DISPATCH) },
    stocks: made.map(stockOf),
    work: {
      locations,
      suppliers,
      subcategories,
      units: [],
      packs: [],
      barcodes: [],
      products: made.map(({ part, productId, homeId }) => ({
        id: productId,
        before: null,
        addedVariants: 1,
        fields: {
          code: part.code,
          name: part.name,
          description: DESCRIPTION,
          category: part.category,
          sourceType: part.sourceType,
          baseUnitId: catalogue.unitId(part.unit),
          subcategoryId: idOf(subcategories, part.group),
          supplierId: part.supplier === null ? null : idOf(suppliers, part.supplier),
          defaultLocationId: homeId,
          price: part.price,
          cost: part.cost,
        },
      })),
      variants: made.map(({ part, productId, variantId }) => ({
        id: variantId,
        productId,
        sku: part.code,
        name: null,
        attributes: {},
        minimumStock: part.minimumStock,
        isDefault: true,
        before: null,
      })),
      openings: made.map(({ part, variantId, homeId }) => ({
        variantId,
        locationId: homeId,
        quantity: part.quantity,
        unitCost: part.cost,
      })),
    },
  };
}

const namesOf = (names: readonly (string | null)[]): string[] => [
  ...new Set(names.filter((name): name is string => name !== null)),
];

type MadePart = Readonly<{ part: FanPart; variantId: string; homeId: string }>;

const stockOf = ({ part, variantId, homeId }: MadePart): SeedStock => ({
  sku: part.code,
  variantId,
  category: part.category,
  homeId,
  minimum: Number(part.minimumStock),
  cost: Number(part.cost),
  there: new Map([[homeId, Math.floor(Number(part.quantity))]]),
});
