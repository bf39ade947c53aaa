import type { SQL } from "@storehouse/db";
import { moneyText, quantityText } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { findPlaceValues, type PlaceValue } from "../inventory/find-place-values.ts";
import { mayReach } from "../place-scope.ts";

/** What is left of something at the actor's places, as decimal strings; `withheld` is what nobody can use there. */
export type StockAtPlaces = Readonly<{ onHand: string; reserved: string; withheld: string; value: string }>;

const WITHHELD: readonly string[] = ["QUARANTINE", "TRANSIT", "SCRAP"];

/**
 * For who is limited to places: what of the stock a condition on `variant_stock` names is theirs to see, by product or by variant.
 * Undefined for who sees all of it, and whose figures are the totals.
 */
export async function findStockAtPlaces(
  ctx: TenantContext,
  by: "productId" | "variantId",
  where: SQL,
): Promise<((id: string) => StockAtPlaces) | undefined> {
  if (ctx.actor.places === null) return undefined;
  const places = (await findPlaceValues(ctx.db, where)).filter(({ locationId }) => mayReach(ctx, locationId));
  const grouped = Map.groupBy(places, (place) => place[by]);
  return (id) => sumOf(grouped.get(id) ?? []);
}

function sumOf(places: readonly PlaceValue[]): StockAtPlaces {
  const sum = (of: (place: PlaceValue) => bigint) => places.reduce((total, place) => total + of(place), 0n);
  const isWithheld = ({ locationType }: PlaceValue) => WITHHELD.includes(locationType);
  return {
    onHand: quantityText(sum(({ onHand }) => onHand)),
    reserved: quantityText(sum(({ reserved }) => reserved)),
    withheld: quantityText(sum((place) => (isWithheld(place) ? place.onHand - place.reserved : 0n))),
    value: moneyText(sum(({ value }) => value)),
  };
}
