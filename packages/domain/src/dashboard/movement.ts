import type { EntryType } from "../inventory/entry.ts";

/** What a day's entries are told apart by where they are looked at together. */
export const MOVEMENTS = ["in", "made", "out", "moved", "corrected"] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** The entry types of each kind of movement. A transfer counts once, where it leaves; an undo is no movement. */
export const MOVEMENT_TYPES = {
  in: ["opening", "manual_in", "purchase", "sale_return"],
  made: ["manufacturing_in"],
  out: ["manual_out", "manufacturing_out", "sale", "purchase_return", "scrap"],
  moved: ["transfer_out"],
  corrected: ["adjustment", "count"],
} as const satisfies Record<Movement, readonly EntryType[]>;

/** The types of which a product's sales are made: what was sold, less what came back. */
export const SALE_TYPES = ["sale", "sale_return"] as const satisfies readonly EntryType[];

/** What kind of movement an entry type is; undefined for what counts as none. */
export const movementOf = (type: EntryType): Movement | undefined =>
  MOVEMENTS.find((movement) => (MOVEMENT_TYPES[movement] as readonly EntryType[]).includes(type));
