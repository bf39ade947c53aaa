import type { TenantDb } from "@storehouse/db";
import {
  allocate,
  type Allocation,
  type CanMakeInput,
  fail,
  type MakeComponent,
  type MakePlan,
  makeableOf,
  moneyOf,
  moneyText,
  mulDiv,
  needOf,
  QUANTITY_SCALE,
  quantityOf,
  quantityText,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { type ComponentStock, readComponentStock } from "../inventory/component-stock.ts";
import { assertReach } from "../place-scope.ts";
import { readVariantChoices } from "../product/read-variant-choices.ts";
import { type FactsById, factsOf, readFacts } from "./formula-facts.ts";
import { readMakeFrom } from "./get-make-rule.ts";
import { selectActive, toRecipe } from "./read-recipes.ts";

const PLACES_MAX = 50;

/**
 * What making so much of a variant takes, what there is of it and where, and the most that can be made now: at the place named, at each place
 * alone, and with all that is anywhere. Without a quantity, for what the formula makes at once. Throws NOT_FOUND where it has no formula in use.
 */
export async function canMake(ctx: TenantContext, input: CanMakeInput): Promise<MakePlan> {
  authorize(ctx, "productFormulas.read");
  const { db } = ctx;
  const { variantId, locationId } = input;
  if (locationId !== undefined) assertReach(ctx, locationId, "locationId");
  const [formula] = await selectActive(db, [variantId]);
  if (formula === undefined) return fail({ code: "NOT_FOUND", entity: "formula", id: variantId, field: "variantId" });
  const ids = formula.components.map((one) => one.variantId);
  const [makeFrom, stock, facts, made, [choice]] = await Promise.all([
    readMakeFrom(db),
    readComponentStock(ctx, ids),
    readFacts(db, [variantId, ...ids]),
    findMade(db, ids),
    readVariantChoices(ctx, [variantId]),
  ]);
  const recipe = toRecipe(formula);
  const { productId, productName, variantName, sku, unit, decimals } = factsOf(facts, variantId);
  const quantity = input.quantity === undefined ? recipe.outputQuantity : quantityOf(input.quantity);
  const needs = recipe.components.map((component) => {
    const { decimals: digits } = factsOf(facts, component.variantId);
    const need = { variantId: component.variantId, quantity: needOf(recipe, component, quantity, digits) };
    return { need, allocation: allocate(need, stock, { locationId, makeFrom }) };
  });
  const most = (isUsed: (one: ComponentStock) => boolean): string =>
    quantityText(makeableOf(recipe, (id) => availableOf(stock, id, isUsed), decimals));
  return {
    formulaId: formula.formulaId,
    versionId: formula.versionId,
    versionNumber: formula.number,
    variantId,
    productId,
    productName,
    variantName,
    sku,
    unit,
    unitDecimals: decimals,
    defaultLocationId: choice?.defaultLocationId ?? null,
    makeFrom,
    units: choice?.units ?? [],
    quantity: quantityText(quantity),
    canMake: canMakeHere(most, locationId, makeFrom),
    places: placesOf(stock, most),
    canMakeOverall: most(() => true),
    unitCost: unitCostOf(needs, facts, quantity),
    components: needs.map((one) => toComponent(one, stock, facts, made)),
  };
}

type Most = (isUsed: (one: ComponentStock) => boolean) => string;
type Needed = Readonly<{ need: Readonly<{ variantId: string; quantity: bigint }>; allocation: Allocation }>;

function canMakeHere(most: Most, locationId: string | undefined, makeFrom: MakePlan["makeFrom"]): string | null {
  if (makeFrom === "anywhere") return most(() => true);
  return locationId === undefined ? null : most((one) => one.locationId === locationId);
}

const availableOf = (stock: readonly ComponentStock[], variantId: string, isUsed: (one: ComponentStock) => boolean) =>
  stock.reduce((sum, one) => (one.variantId === variantId && isUsed(one) ? sum + one.available : sum), 0n);

function placesOf(stock: readonly ComponentStock[], most: Most): MakePlan["places"] {
  const names = new Map(stock.map(({ locationId, locationName }) => [locationId, locationName]));
  return [...names]
    .map(([id, locationName]) => ({
      locationId: id,
      locationName,
      quantity: most(({ locationId }) => locationId === id),
    }))
    .filter(({ quantity }) => quantity !== "0")
    .sort((a, b) => (quantityOf(a.quantity) < quantityOf(b.quantity) ? 1 : -1))
    .slice(0, PLACES_MAX);
}

async function findMade(db: TenantDb, variantIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await selectActive(db, variantIds)).map(({ variantId }) => variantId));
}

/** What one would cost by the averages of now; the ledger reckons anew when it is made. */
function unitCostOf(needs: readonly Needed[], facts: FactsById, quantity: bigint): string | null {
  let value = 0n;
  for (const { need, allocation } of needs) {
    const fact = factsOf(facts, need.variantId);
    const onHand = quantityOf(fact.onHand);
    if (allocation.short > 0n || onHand === 0n) return null;
    value += mulDiv(moneyOf(fact.value), need.quantity, onHand);
  }
  return moneyText(mulDiv(value, 10n ** BigInt(QUANTITY_SCALE), quantity));
}

function toComponent(
  { need, allocation }: Needed,
  stock: readonly ComponentStock[],
  facts: FactsById,
  made: ReadonlySet<string>,
): MakeComponent {
  const { variantId, productId, productName, variantName, sku, unit } = factsOf(facts, need.variantId);
  const own = stock.filter((one) => one.variantId === variantId);
  const names = new Map(own.map(({ locationId, locationName }) => [locationId, locationName]));
  const taken = new Set(allocation.takes.map(({ locationId }) => locationId));
  return {
    variantId,
    productId,
    productName,
    variantName,
    sku,
    unit,
    need: quantityText(need.quantity),
    have: quantityText(allocation.available),
    short: quantityText(allocation.short),
    takes: allocation.takes.map(({ locationId, quantity }) => ({
      locationId,
      locationName: names.get(locationId) ?? "",
      quantity: quantityText(quantity),
    })),
    elsewhere: own
      .filter(({ locationId, available }) => !taken.has(locationId) && available > 0n)
      .map(({ locationId, locationName, available }) => ({
        locationId,
        locationName,
        quantity: quantityText(available),
      })),
    isMade: made.has(variantId),
  };
}
