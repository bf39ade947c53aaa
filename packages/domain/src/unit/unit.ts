import { z } from "zod";
import { mulDiv } from "../decimal.ts";
import { Id, line } from "../fields.ts";

/** What a unit measures. Units of different dimensions are never mixed. */
export const DIMENSIONS = ["count", "mass", "length", "area", "volume", "time"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The short name of a unit, as it stands behind a quantity: pcs, kg, box. */
export const UnitCode = line(12).regex(/^[\p{L}\p{N}%°²³/. -]+$/u, "UNIT_INVALID");

/** A unit of the factory's own. `decimals` is how many digits after the point a quantity in it may have, 0 to 6. */
export const CreateUnitInput = z.strictObject({
  id: Id,
  code: UnitCode,
  name: line(60),
  dimension: z.enum(DIMENSIONS),
  decimals: z.number().int().min(0).max(6),
});
export type CreateUnitInput = z.infer<typeof CreateUnitInput>;

export type UnitRow = Readonly<{ id: string; code: string; name: string; dimension: Dimension; decimals: number }>;

/** How many base units one of a product's other units holds, as an exact fraction: a box of 12 is 12/1. */
export type Conversion = Readonly<{ numerator: bigint; denominator: bigint }>;

/**
 * A quantity in another unit as a quantity in the base unit, both scaled to six decimals.
 * Undefined when it does not come out exactly: a third of a kilogram is not 0.333333.
 */
export function toBaseUnit(quantity: bigint, { numerator, denominator }: Conversion): bigint | undefined {
  const product = quantity * numerator;
  return product % denominator === 0n ? mulDiv(quantity, numerator, denominator) : undefined;
}

/** The units a new factory starts with. */
export const STARTER_UNITS = [
  { code: "pcs", name: "Pieces", dimension: "count", decimals: 0 },
  { code: "box", name: "Box", dimension: "count", decimals: 0 },
  { code: "dozen", name: "Dozen", dimension: "count", decimals: 0 },
  { code: "set", name: "Set", dimension: "count", decimals: 0 },
  { code: "roll", name: "Roll", dimension: "count", decimals: 0 },
  { code: "kg", name: "Kilogram", dimension: "mass", decimals: 3 },
  { code: "g", name: "Gram", dimension: "mass", decimals: 3 },
  { code: "m", name: "Metre", dimension: "length", decimals: 3 },
  { code: "mm", name: "Millimetre", dimension: "length", decimals: 3 },
  { code: "m²", name: "Square metre", dimension: "area", decimals: 3 },
  { code: "l", name: "Litre", dimension: "volume", decimals: 3 },
  { code: "ml", name: "Millilitre", dimension: "volume", decimals: 3 },
] as const satisfies readonly Omit<UnitRow, "id">[];
