import type { Category, ManualType, PostLine } from "@storehouse/domain";

/** A product of the seeded factory and how much of it is where, in whole units; the ledger keeps the exact figures. */
export type SeedStock = Readonly<{
  sku: string;
  variantId: string;
  category: Category;
  homeId: string;
  minimum: number;
  cost: number;
  there: Map<string, number>;
}>;

/** The places, products and chance of a seeded factory, as its days are planned. */
export type SeedWorld = Readonly<{ stocks: readonly SeedStock[]; dispatchId: string; random: () => number }>;

/** One thing that is booked on a day; `key` tells it from all others of the factory. */
export type SeedAction = Readonly<{ key: string; hour: number; person: number }> &
  (
    | Readonly<{
        kind: "post";
        type: ManualType;
        direction?: "in" | "out";
        lines: PostLine[];
        reference: string;
        note: string;
      }>
    | Readonly<{ kind: "transfer"; fromId: string; toId: string; lines: PostLine[]; reference: string }>
    | Readonly<{ kind: "reverse"; ofKey: string; reason: string }>
  );

/** How much of a product there is at a place. */
export const thereOf = (stock: SeedStock, placeId: string): number => stock.there.get(placeId) ?? 0;

/** Moves the planned stock along; the sign is the direction. */
export function shift(stock: SeedStock, placeId: string, quantity: number): void {
  stock.there.set(placeId, thereOf(stock, placeId) + quantity);
}
