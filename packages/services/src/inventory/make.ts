import { fail, type MakeInput, type Move, placeKey, type Posted, QUANTITY_LIMIT } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { selectActive } from "../formula/read-recipes.ts";
import { type Booking, bookMoves, type Plan } from "./book-moves.ts";
import { FORMULA_VERSION } from "./formula-reference.ts";
import type { Target } from "./ledger-place.ts";
import { type Making, planMaking } from "./plan-making.ts";
import { submit } from "./submit.ts";

/**
 * Makes so much of a product by its formula in use, in one transaction: each component goes out, scrap included, from the place named or, where
 * the factory's rule says so, from where it is; the product comes in at the place, worth exactly what went out (product.md, ledger rule 5).
 * Throws NOT_FOUND where nothing is made by a formula, WRONG_STATE for a version that is not in use any more, INSUFFICIENT_STOCK with every
 * component that falls short, ARCHIVED, INVALID, AMOUNT_TOO_LARGE, KEY_REUSED.
 */
export async function make(ctx: TenantContext, input: MakeInput): Promise<Posted> {
  authorize(ctx, "inventory.make");
  const { clientId, variantId, locationId, quantity, unitId, occurredAt, reference, note } = input;
  // Only to be written down: whether it is in use is asked again under the lock, and not at all of what is sent again.
  const versionId = input.versionId ?? (await selectActive(ctx.db, [variantId]))[0]?.versionId;
  return submit(
    ctx,
    {
      clientId,
      occurredAt,
      reference,
      note,
      request: input,
      kind: "manufacturing",
      referenceType: FORMULA_VERSION,
      referenceId: versionId,
    },
    { action: "inventory.make", after: { variantId, quantity, unitId, locationId, reference, versionId } },
    async (tx, posting) => {
      const making = await planMaking(tx, input, versionId);
      return bookMoves(tx, posting, [toBooking(input, making)], planMoves(input, making));
    },
  );
}

/** One booking, so that all of it is locked and valued together. */
function toBooking({ variantId, locationId }: MakeInput, { components }: Making): Booking {
  const at = { locationField: "locationId", mayBeArchived: false };
  const takes = components.flatMap((component, line): Target[] =>
    component.takes.map((take) => ({ ...at, line, variantId: component.variantId, locationId: take.locationId })),
  );
  return { variantId, targets: [...takes, { ...at, line: components.length, variantId, locationId }] };
}

/** What is made comes last: it gathers the value that all before it let go. */
const planMoves =
  ({ variantId, locationId }: MakeInput, { quantity, components }: Making): Plan<Booking> =>
  (_, places) => {
    const stock = places.get(placeKey(variantId, locationId))?.stock;
    if (stock !== undefined && stock.onHand + quantity >= QUANTITY_LIMIT) {
      fail({ code: "AMOUNT_TOO_LARGE", field: "quantity" });
    }
    const takes = components.flatMap((component, line) =>
      component.takes.map(
        (take): Omit<Move, "number"> => ({
          line,
          variantId: component.variantId,
          locationId: take.locationId,
          reversesId: null,
          type: "manufacturing_out",
          quantity: -take.quantity,
          valuation: { kind: "average", fallbackCost: 0n },
        }),
      ),
    );
    const made: Omit<Move, "number"> = {
      line: components.length,
      variantId,
      locationId,
      quantity,
      reversesId: null,
      type: "manufacturing_in",
      valuation: { kind: "gathered" },
    };
    return [...takes, made].map((move, number) => ({ ...move, number }));
  };
