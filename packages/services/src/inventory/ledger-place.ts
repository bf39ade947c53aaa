import type { LevelState, MinimumRule, StockState } from "@storehouse/domain";

/** A variant at a place to be booked there, and where the input names each. */
export type Target = Readonly<{
  line: number;
  variantId: string;
  locationId: string;
  locationField: string;
  /** An entry that undoes another and takes out may be made where nothing new is: at what was archived since. */
  mayBeArchived: boolean;
}>;

/** A locked variant at a place: where it stands, and what a booking has to know of the two. `level` is undefined where nothing was ever booked. */
export type LedgerPlace = Readonly<{
  variantId: string;
  locationId: string;
  productId: string;
  productName: string;
  sku: string;
  isVariantArchived: boolean;
  locationName: string;
  isLocationArchived: boolean;
  baseUnitId: string;
  unit: string;
  decimals: number;
  cost: bigint;
  minimumStock: bigint | undefined;
  maximumStock: bigint | undefined;
  /** The least that is to be left at this place. */
  placeMinimum: bigint | undefined;
  currency: string;
  /** The factory's, read with the place under a shared lock: who changes them waits for this booking, or this booking for them. */
  minimumRule: MinimumRule;
  closedThrough: string | null;
  timeZone: string;
  stock: StockState;
  level: LevelState | undefined;
}>;

/** The locked places of a batch, by variant and place. */
export type LedgerPlaces = ReadonlyMap<string, LedgerPlace>;
