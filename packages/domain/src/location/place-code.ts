import { Id } from "../fields.ts";

const DIGITS = 40;
const SHAPE = new RegExp(`^PL(\\d{${DIGITS}})$`, "i");

/**
 * The code on a place's label: its id as digits, which the bars of Code 128 hold two at a time. It stays when the place is renamed.
 */
export const placeCodeOf = (locationId: string): string =>
  `PL${BigInt(`0x${locationId.replaceAll("-", "")}`)
    .toString()
    .padStart(DIGITS, "0")}`;

/** The place that a scanned code names; undefined when it is no place's code. */
export function placeIdOf(code: string): string | undefined {
  const digits = SHAPE.exec(code.trim())?.[1];
  if (digits === undefined) return undefined;
  const hex = BigInt(digits).toString(16).padStart(32, "0");
  const id = Id.safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
  return id.success ? id.data : undefined;
}
