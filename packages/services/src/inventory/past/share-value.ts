import { shareOut } from "@storehouse/domain";

/** Shares a variant's value out over its places by what is left at each, as the present does; places below zero get none. */
export function shareValue(value: bigint, onHands: readonly bigint[]): readonly bigint[] {
  const weights = onHands.map((onHand) => (onHand > 0n ? onHand : 0n));
  return value < 0n ? shareOut(-value, weights).map((share) => -share) : shareOut(value, weights);
}
