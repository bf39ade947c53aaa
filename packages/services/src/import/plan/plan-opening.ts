import {
  type ImportProblemCode,
  isSameQuantity,
  placeKey,
  QUANTITY_SCALE,
  quantityOf,
  quantityText,
  toBaseUnit,
} from "@storehouse/domain";
import type { Amount } from "./cell.ts";
import { type Draft, report, type SheetRow } from "./draft.ts";
import type { DraftProduct } from "./plan-product.ts";
import { findKnownUnit, findLocation } from "./references.ts";

/** Plans the opening a row asks for; true when an entry is written. What stands there already is left in peace, anything else is a problem. */
export function planOpening(draft: Draft, product: DraftProduct, variantId: string, row: SheetRow): boolean {
  const amount = row.values.quantity;
  if (amount === undefined) return false;
  const locationId = placeOf(draft, product, row);
  const quantity = toBaseQuantity(draft, row, "quantity", amount, product, row.values.unit);
  if (quantity === undefined) return false;
  const isNothing = quantityOf(quantity) === 0n;
  if (locationId === undefined) {
    if (!isNothing && row.values.location === undefined) report(draft, row, "location", "LOCATION_REQUIRED");
    return false;
  }
  const place = draft.catalogue.places.get(placeKey(variantId, locationId));
  if (place !== undefined && [place.onHand, place.opening].some((there) => isSameQuantity(there, quantity)))
    return false;
  if (place?.isBooked) {
    report(draft, row, "quantity", "OPENING_REPEATED", `${place.onHand} ${product.baseUnit.code}`);
    return false;
  }
  if (isNothing) return false;
  const unitCost = row.values.cost ?? product.fields.cost ?? undefined;
  draft.work.openings.push({ variantId, locationId, quantity, ...(unitCost === undefined ? {} : { unitCost }) });
  return true;
}

/** Where a row's stock is: at the place it names, at the product's own, or at the only one there is. */
function placeOf(draft: Draft, product: DraftProduct, row: SheetRow): string | undefined {
  if (row.values.location !== undefined) return findLocation(draft, row, row.values.location);
  const { arePlacesFixed = false, locations } = draft.catalogue;
  const own = product.fields.defaultLocationId;
  const isBeyond = arePlacesFixed && ![...locations.values()].some(({ id }) => id === own);
  if (own !== null && !isBeyond) return own;
  const open = [...locations.values()].filter(({ isArchived }) => !isArchived);
  const [only] = open;
  return open.length === 1 ? only?.id : undefined;
}

/** An amount as written in the base unit. The unit behind the number counts, else the row's; a problem where it does not come out. */
export function toBaseQuantity(
  draft: Draft,
  row: SheetRow,
  field: "quantity" | "minimumStock",
  { number, unit: behind }: Amount,
  { baseUnit, packs }: DraftProduct,
  rowUnit: string | undefined,
): string | undefined {
  const word = behind ?? rowUnit;
  const units = [baseUnit, ...draft.catalogue.units, ...draft.missing.units.values()];
  const unit = word === undefined ? baseUnit : findKnownUnit(units, word);
  const pack = packs.find(({ unitId }) => unitId === unit?.id);
  if (unit?.id !== baseUnit.id && pack === undefined) {
    // The row's own unit has had its say already.
    if (behind !== null) report(draft, row, field, "UNIT_DIFFERS", baseUnit.code);
    return undefined;
  }
  const fraction = unit?.id === baseUnit.id || pack === undefined ? { numerator: 1, denominator: 1 } : pack;
  const conversion = { numerator: BigInt(fraction.numerator), denominator: BigInt(fraction.denominator) };
  const quantity = toBaseUnit(quantityOf(number), conversion);
  const problem = quantityProblem(quantity, field === "quantity" ? baseUnit.decimals : QUANTITY_SCALE);
  if (quantity !== undefined && problem === undefined) return quantityText(quantity);
  report(draft, row, field, problem ?? "INEXACT", `${number}${word === undefined ? "" : ` ${word}`}`);
  return undefined;
}

function quantityProblem(quantity: bigint | undefined, decimals: number): ImportProblemCode | undefined {
  if (quantity === undefined) return "INEXACT";
  if (quantity % 10n ** BigInt(QUANTITY_SCALE - decimals) !== 0n) return "TOO_MANY_DECIMALS";
  return quantity >= 10n ** BigInt(QUANTITY_SCALE + 12) ? "NUMBER_TOO_LARGE" : undefined;
}
