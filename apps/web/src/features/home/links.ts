import { type EntryType, type Movement, MOVEMENT_TYPES, MOVEMENTS, SALE_TYPES } from "@storehouse/domain";

type Asked = Readonly<{ types: readonly EntryType[]; from: string; to: string; variantId?: string }>;

/** The ledger with what a number of Home is the sum of: what was undone counts in none of them. */
export function entriesHref({ types, from, to, variantId }: Asked): string {
  const query = new URLSearchParams({ types: types.join(","), from, to, undone: "hide" });
  if (variantId !== undefined) query.set("variant", variantId);
  return `/stock/entries?${query.toString()}`;
}

/** The entries of one kind of movement, or of all of them. */
export const movementHref = (movement: Movement | "all", from: string, to: string): string =>
  entriesHref({
    types: movement === "all" ? MOVEMENTS.flatMap((one) => MOVEMENT_TYPES[one]) : MOVEMENT_TYPES[movement],
    from,
    to,
  });

/** A variant's sales since a day. */
export const salesHref = (variantId: string, from: string, to: string): string =>
  entriesHref({ types: SALE_TYPES, from, to, variantId });

/** What runs short: the products; for who is limited to places, what there is of them there. */
export const lowHref = (isLimited: boolean): string =>
  isLimited ? "/stock?low=true&zero=true" : "/products?low=true&sort=onHand";
