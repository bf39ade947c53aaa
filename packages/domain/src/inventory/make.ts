import { z } from "zod";
import { Id, Moment, note, optionalLine, PositiveQuantity } from "../fields.ts";
import { MAKE_FROM, type MakeFrom } from "./allocate.ts";

/**
 * Makes so much of a product by its formula in use: its components go out and it comes in, in one posting. `quantity` is in `unitId`, the base
 * unit when absent; the product comes in at `locationId`. With `versionId`, only while that version is the one in use.
 */
export const MakeInput = z.strictObject({
  clientId: Id,
  occurredAt: Moment.optional(),
  reference: optionalLine(100),
  note: note(1000),
  variantId: Id,
  quantity: PositiveQuantity,
  unitId: Id.optional(),
  locationId: Id,
  versionId: Id.optional(),
});
export type MakeInput = z.infer<typeof MakeInput>;

/** What could be made now: of a variant, and for so many of its base unit what is needed and where it is. */
export const CanMakeInput = z.strictObject({
  variantId: Id,
  quantity: PositiveQuantity.optional(),
  locationId: Id.optional(),
});
export type CanMakeInput = z.infer<typeof CanMakeInput>;

type AtPlace = Readonly<{ locationId: string; locationName: string; quantity: string }>;

/** A component of what is to be made, in its base unit: `have` is what the factory's rule lets be taken, `elsewhere` what lies at other places. */
export type MakeComponent = Readonly<{
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  need: string;
  have: string;
  short: string;
  takes: readonly AtPlace[];
  elsewhere: readonly AtPlace[];
  /** Whether it has a formula in use itself. */
  isMade: boolean;
}>;

/** What making needs and what can be made now. `unitCost` is the cost of one at what would be taken; null while something is short. */
export type MakePlan = Readonly<{
  formulaId: string;
  versionId: string;
  versionNumber: number;
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  unitDecimals: number;
  units: readonly Readonly<{ unitId: string; code: string; numerator: number; denominator: number }>[];
  defaultLocationId: string | null;
  quantity: string;
  makeFrom: MakeFrom;
  /** The most that can be made at the place named, by the factory's rule; null where none is named and the rule wants one. */
  canMake: string | null;
  /** The most with what is at one place alone, the best places first. */
  places: readonly AtPlace[];
  /** The most with what is at all places together. */
  canMakeOverall: string;
  unitCost: string | null;
  components: readonly MakeComponent[];
}>;

export const UpdateMakeRuleInput = z.strictObject({ makeFrom: z.enum(MAKE_FROM) });
export type UpdateMakeRuleInput = z.infer<typeof UpdateMakeRuleInput>;

export type MakeRule = Readonly<{ makeFrom: MakeFrom }>;
