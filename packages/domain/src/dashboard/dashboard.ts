import type { EntryRow } from "../inventory/entry.ts";
import type { SampleState } from "../sample/sample.ts";
import type { Movement } from "./movement.ts";

/** How many days the movements and the sales of a dashboard go back, with today. */
export const MOVEMENT_DAYS = 7;
export const SALES_DAYS = 30;

/** How many entries of each kind a day of the factory has; what was undone does not count. */
export type MovementDay = Readonly<{ day: string; counts: Readonly<Record<Movement, number>> }>;

/** A variant by what was sold of it, less what came back, in its base unit. */
export type Seller = Readonly<{
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  quantity: string;
}>;

/** A variant that stands at or below its minimum. */
export type LowVariant = Readonly<{
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  onHand: string;
  minimumStock: string;
  /** It is made here, by a formula in use. */
  isMade: boolean;
}>;

/** What a factory looks at first. Every number is the sum of a list that a page shows: days are the factory's, undone entries count nowhere. */
export type Dashboard = Readonly<{
  currency: string;
  timeZone: string;
  today: string;
  /** What all stock cost. */
  stockValue: string;
  /** Products of which something is left. */
  stockedProducts: number;
  /** Products with a variant at or below its minimum, and those of them with a variant that has run out. */
  lowProducts: number;
  outProducts: number;
  /** Entries of today, of every movement. */
  bookedToday: number;
  /** Entries of today that brought in what was made, and what they are worth. */
  madeToday: number;
  madeValueToday: string;
  movements: readonly MovementDay[];
  sellers: readonly Seller[];
  /** From which day the sales are counted. */
  sellersSince: string;
  low: readonly LowVariant[];
  latest: readonly EntryRow[];
}>;

/** What a person who books looks at first: their own entries of today, newest first, and what runs short. */
export type OwnDay = Readonly<{
  today: string;
  mine: readonly EntryRow[];
  /** More of one's own than are listed. */
  hasMore: boolean;
  lowProducts: number;
  low: readonly LowVariant[];
}>;

/** What a factory has of its own, a sample's aside: what the first days' steps are ticked by. `people` is null for who may not see them. */
export type FirstSteps = Readonly<{
  places: number;
  /** The name of the place it began with, and whether that was ever changed. */
  firstPlace: string | null;
  isFirstPlaceNamed: boolean;
  hasProducts: boolean;
  hasEntries: boolean;
  people: number | null;
  /** The sample that is there, or may be. */
  sample: SampleState;
}>;
