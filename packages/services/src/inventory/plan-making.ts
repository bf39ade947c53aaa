import { eq, type TenantDb } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import {
  allocate,
  type Allocation,
  fail,
  type MakeFrom,
  type MakeInput,
  needOf,
  quantityText,
  type Shortage,
} from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { type FactsById, factsOf, readFacts } from "../formula/formula-facts.ts";
import { readMakeFrom } from "../formula/get-make-rule.ts";
import { type ActiveFormula, selectActive, toRecipe } from "../formula/read-recipes.ts";
import { assertReach } from "../place-scope.ts";
import { lockTotals, readComponentStock } from "./component-stock.ts";
import { enteredIn, findConversions } from "./find-conversions.ts";

/** What a making does, in base units and scaled: so much comes in, and so much of each component goes out of these places. */
export type Making = Readonly<{
  quantity: bigint;
  components: readonly Readonly<{ variantId: string; takes: Allocation["takes"] }>[];
}>;

/**
 * Decides under locks what a making does. Throws NOT_FOUND, WRONG_STATE, ARCHIVED, INVALID for the quantity, INSUFFICIENT_STOCK with every
 * component that falls short.
 */
export async function planMaking(ctx: TenantContext, input: MakeInput, versionId: string | undefined): Promise<Making> {
  const { db } = ctx;
  const { variantId, locationId } = input;
  assertReach(ctx, locationId, "locationId");
  const formula = await lockActive(db, input, versionId);
  const ids = formula.components.map((one) => one.variantId);
  const facts = await readFacts(db, [variantId, ...ids]);
  const quantity = await quantityIn(db, input, facts);
  const makeFrom = await readMakeFrom(db);

  // From here on nobody else moves any of it.
  await lockTotals(db, [variantId, ...ids]);
  const stock = await readComponentStock(ctx, ids);
  const recipe = toRecipe(formula);
  const wanted = recipe.components.map((component) => {
    const { decimals } = factsOf(facts, component.variantId);
    const need = { variantId: component.variantId, quantity: needOf(recipe, component, quantity, decimals) };
    return { need, allocation: allocate(need, stock, { locationId, makeFrom }) };
  });
  if (wanted.some(({ allocation }) => allocation.short > 0n)) {
    refuseShort(wanted, { locationId, makeFrom, locationName: await placeName(db, locationId), facts });
  }
  return {
    quantity,
    components: wanted.map(({ need, allocation }) => ({ variantId: need.variantId, takes: allocation.takes })),
  };
}

/** The formula's row is held until the end, so that what is in use stays in use. */
async function lockActive(db: TenantDb, input: MakeInput, versionId: string | undefined): Promise<ActiveFormula> {
  const { variantId } = input;
  const [active] = await selectActive(db, [variantId]).for("update");
  if (active === undefined) return fail({ code: "NOT_FOUND", entity: "formula", id: variantId, field: "variantId" });
  if (active.versionId !== versionId) {
    fail({ code: "WRONG_STATE", entity: "formula", id: versionId ?? active.versionId, state: "RETIRED" });
  }
  return active;
}

async function quantityIn(db: TenantDb, entered: MakeInput, facts: FactsById): Promise<bigint> {
  const { variantId } = entered;
  const made = factsOf(facts, variantId);
  if (made.isArchived) fail({ code: "ARCHIVED", entity: "variant", id: variantId, field: "variantId" });
  const conversions = await findConversions(db, [{ entered }], new Map([[variantId, made]]));
  return enteredIn(conversions, made, entered, "");
}

type Wanted = Readonly<{ need: Readonly<{ variantId: string; quantity: bigint }>; allocation: Allocation }>;
type Where = Readonly<{ locationId: string; locationName: string; makeFrom: MakeFrom; facts: FactsById }>;

function refuseShort(wanted: readonly Wanted[], { facts, locationId, locationName, makeFrom }: Where): never {
  const shortages = wanted.flatMap(({ need, allocation }, line): Shortage[] => {
    if (allocation.short === 0n) return [];
    const { productName, sku, unit } = factsOf(facts, need.variantId);
    return [
      {
        line,
        variantId: need.variantId,
        productName,
        sku,
        unit,
        locationId,
        locationName,
        onHand: quantityText(allocation.onHand),
        available: quantityText(allocation.available),
        wanted: quantityText(need.quantity),
        isOverAllPlaces: makeFrom === "anywhere",
      },
    ];
  });
  return fail({ code: "INSUFFICIENT_STOCK", shortages });
}

async function placeName(db: TenantDb, id: string): Promise<string> {
  const [place] = await db.select({ name: locations.name }).from(locations).where(eq(locations.id, id));
  return place?.name ?? fail({ code: "NOT_FOUND", entity: "location", id, field: "locationId" });
}
