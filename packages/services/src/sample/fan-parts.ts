import type { Category, SourceType } from "@storehouse/domain";
import { FAN_FAMILIES, type Family } from "./fan-families.ts";

/** One product of a fan factory, with what a sheet or a seed says of it; numbers are plain decimals. */
export type FanPart = Readonly<{
  code: string;
  name: string;
  category: Category;
  sourceType: SourceType;
  group: string;
  unit: Family["unit"];
  cost: string;
  price: string | null;
  minimumStock: string;
  supplier: string | null;
  location: string;
  quantity: string;
}>;

const SUPPLIERS: Readonly<Record<string, string>> = {
  Copper: "Shakti Copper Pvt Ltd",
  Bearings: "Bharat Bearings",
  Electricals: "Nandi Electricals",
  Fasteners: "Om Fasteners",
  Steel: "Deccan Steel Traders",
  Shafts: "Deccan Steel Traders",
  "Paint and powder": "Patel Paints & Co",
  Trim: "Jyoti Plastics",
  Packing: "Sri Balaji Packaging",
  "Shop supplies": "Om Fasteners",
};
const LOCATIONS: Record<Category, string> = {
  raw: "Raw material store",
  semi: "Assembly floor",
  finished: "Finished goods godown",
  consumable: "Packing store",
};

/** The products of a fan factory, about 2,000 and always the same ones; `count` of them, spread over every kind. */
export function fanParts(count: number): readonly FanPart[] {
  const all = FAN_FAMILIES.flatMap(partsOf);
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (part) => part !== undefined,
  );
}

function partsOf(family: Family): FanPart[] {
  return family.sizes.flatMap((size, sizeAt) =>
    family.kinds.map((kind, kindAt) => partOf(family, `${kind} ${size}`, sizeAt * family.kinds.length + kindAt)),
  );
}

function partOf(family: Family, what: string, at: number): FanPart {
  const { prefix, title, category, group, unit } = family;
  const isMade = category === "semi" || category === "finished";
  const cost = family.cost * (1 + (at % 17) / 40);
  const stock = Math.round(family.stock * (0.4 + ((at * 37) % 100) / 80));
  return {
    code: `${prefix}-${String(1001 + at)}`,
    name: `${title} ${what}`,
    category,
    sourceType: isMade ? "manufacturing" : "trading",
    group,
    unit,
    cost: money(cost),
    price: category === "finished" ? money(cost * 1.45) : null,
    minimumStock: String(Math.max(1, Math.round(family.stock * 0.3))),
    supplier: SUPPLIERS[group] ?? null,
    location: LOCATIONS[category],
    // What is weighed or measured is rarely a round number.
    quantity: unit === "kg" || unit === "l" ? `${stock}.${String((at * 7) % 100).padStart(2, "0")}` : String(stock),
  };
}

const money = (amount: number): string => amount.toFixed(2);
