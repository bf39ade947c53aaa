import {
  type AppliedMoves,
  type Conditions,
  conditionsOf,
  isSameCondition,
  NO_CONDITIONS,
  placeKey,
  type StockLimits,
} from "@storehouse/domain";
import type { LedgerPlace, LedgerPlaces } from "../inventory/ledger-place.ts";
import type { StockFinding } from "./settle-alerts.ts";

/**
 * What a booking has changed the say of, from what it has read and locked anyway: no round trip, and nothing to do for most.
 * `places` is how things stood before it, `applied` after.
 */
export function findCrossings(places: LedgerPlaces, applied: AppliedMoves): readonly StockFinding[] {
  return [...places.values()].flatMap((place) => [...overAll(place, applied), ...atPlace(place, applied)]);
}

function overAll(place: LedgerPlace, { stocks }: AppliedMoves): readonly StockFinding[] {
  const after = stocks.get(place.variantId);
  const limits = { minimum: place.minimumStock, maximum: place.maximumStock, rule: place.minimumRule };
  if (after === undefined) return [];
  // What was never booked has not run out: its first booking is what speaks.
  const before = place.stock.sequence === 0 ? undefined : place.stock.onHand;
  return crossed(place, null, limits, before, after.onHand);
}

function atPlace(place: LedgerPlace, { levels }: AppliedMoves): readonly StockFinding[] {
  if (place.placeMinimum === undefined || place.isLocationArchived) return [];
  const after = levels.get(placeKey(place.variantId, place.locationId))?.onHand ?? 0n;
  const limits = { minimum: place.placeMinimum, maximum: undefined, rule: place.minimumRule };
  return crossed(place, place.locationId, limits, place.level?.onHand ?? 0n, after);
}

function crossed(
  { variantId, isVariantArchived }: LedgerPlace,
  locationId: string | null,
  limits: StockLimits,
  before: bigint | undefined,
  after: bigint,
): readonly StockFinding[] {
  if (isVariantArchived || (limits.minimum === undefined && limits.maximum === undefined)) return [];
  const conditions = conditionsOf(after, limits);
  const said: Conditions = before === undefined ? NO_CONDITIONS : conditionsOf(before, limits);
  if (isSameCondition(said, conditions)) return [];
  return [{ variantId, locationId, onHand: after, limits, conditions }];
}
