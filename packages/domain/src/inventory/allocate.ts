/** What is free of a variant at a place, scaled. */
export type Stocked = Readonly<{ variantId: string; locationId: string; onHand: bigint; available: bigint }>;

/** What is to be taken of a variant, scaled. */
export type Need = Readonly<{ variantId: string; quantity: bigint }>;

/** Where components are taken from: the place the work is done at, or wherever they are (a factory's own rule). */
export const MAKE_FROM = ["chosen", "anywhere"] as const;
export type MakeFrom = (typeof MAKE_FROM)[number];

/** What is taken for a need and where, what there is of it where the rule looks, and how much is missing. */
export type Allocation = Readonly<{
  takes: readonly Readonly<{ locationId: string; quantity: bigint }>[];
  onHand: bigint;
  available: bigint;
  short: bigint;
}>;

/**
 * Decides where what is needed is taken from: the chosen place first, then, where the rule allows it, the places with most of it, so that
 * few are touched. What is missing is told for each need; nothing is taken of one that falls short.
 */
export function allocate(
  need: Need,
  stock: readonly Stocked[],
  { locationId, makeFrom }: Readonly<{ locationId: string | undefined; makeFrom: MakeFrom }>,
): Allocation {
  const usable = stock
    .filter((one) => one.variantId === need.variantId)
    .filter((one) => makeFrom === "anywhere" || one.locationId === locationId);
  const onHand = usable.reduce((sum, one) => sum + one.onHand, 0n);
  const available = usable.reduce((sum, one) => sum + one.available, 0n);
  if (available < need.quantity) return { takes: [], onHand, available, short: need.quantity - available };

  const takes: { locationId: string; quantity: bigint }[] = [];
  let open = need.quantity;
  for (const one of usable.toSorted((a, b) => rankOf(a, b, locationId))) {
    const quantity = one.available < open ? one.available : open;
    if (quantity > 0n) takes.push({ locationId: one.locationId, quantity });
    open -= quantity;
  }
  return { takes, onHand, available, short: 0n };
}

function rankOf(a: Stocked, b: Stocked, chosenId: string | undefined): number {
  if ((a.locationId === chosenId) !== (b.locationId === chosenId)) return a.locationId === chosenId ? -1 : 1;
  if (a.available !== b.available) return a.available > b.available ? -1 : 1;
  return a.locationId < b.locationId ? -1 : 1;
}
