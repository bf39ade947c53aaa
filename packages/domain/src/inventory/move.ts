import type { EntryType } from "./entry.ts";

/**
 * How an entry is valued:
 * - `cost`: comes in at a known cost per base unit;
 * - `average`: comes in or goes out at the average; where nothing is left there is no average, and it comes in at `fallbackCost`;
 * - `original`: undoes an entry that had this value, signed;
 * - `mirror`: takes up what the entry right before it let go, as the second leg of a transfer does;
 * - `gathered`: takes up what all entries before it let go, as what is made does of its components.
 */
export type Valuation =
  | Readonly<{ kind: "cost"; unitCost: bigint }>
  | Readonly<{ kind: "average"; fallbackCost: bigint }>
  | Readonly<{ kind: "original"; value: bigint }>
  | Readonly<{ kind: "mirror" }>
  | Readonly<{ kind: "gathered" }>;

/** One change to make: a signed quantity in the base unit of a variant at a place. `line` is its line in the input, `number` its place in the posting. */
export type Move = Readonly<{
  line: number;
  number: number;
  variantId: string;
  locationId: string;
  type: EntryType;
  quantity: bigint;
  valuation: Valuation;
  reversesId: string | null;
  /** When it happened, where that is another time than its posting's. */
  occurredAt?: Date;
}>;

/** All there is of a variant, what it cost, and the number of its last entry. */
export type StockState = Readonly<{ onHand: bigint; value: bigint; sequence: number }>;

/** What is left of a variant at one place. */
export type LevelState = Readonly<{ onHand: bigint; reserved: bigint }>;

/** A move with what it did. `unitCost` is null where it is too large to be kept. */
export type MoveEffect = Readonly<{
  move: Move;
  value: bigint;
  unitCost: bigint | null;
  balance: bigint;
  sequence: number;
}>;
