import { type CorrectInput, fail, MANUAL_TYPES, type Posted } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { bookMoves } from "./book-moves.ts";
import { getOriginals, type Originals } from "./get-originals.ts";
import { type Correction, planCorrection } from "./plan-correction.ts";
import { toBooking } from "./reverse.ts";
import { submit } from "./submit.ts";

/**
 * Puts an entry right: the reversal of what it said and the entry it should have been, in one posting, at the time it happened; all three stay
 * visible. One's own needs `inventory.reverseOwn`, anybody else's `inventory.reverse`. What was used since does not stand in the way as long as
 * enough is left in the end. Throws NOT_ALLOWED, NOT_FOUND, NOT_REVERSIBLE, ALREADY_REVERSED, INVALID (NOT_CORRECTABLE for what making or a
 * document wrote, NOTHING_CHANGED), PERIOD_CLOSED for an entry of a closed period, and what `postEntries` throws.
 */
export async function correctEntry(ctx: TenantContext, input: CorrectInput): Promise<Posted> {
  authorize(ctx, "inventory.reverseOwn");
  const { clientId, entryId, reason, reference, note, ...rest } = input;
  const originals = await getOriginals(ctx, { entryId });
  if (originals.posting.userId !== personOf(ctx)) authorize(ctx, "inventory.reverse");
  const correction = toCorrection(originals, input);
  authorize(ctx, correction.isTransfer ? "inventory.transfer" : "inventory.post");

  const { original, target } = correction;
  const occurredAt = rest.occurredAt ?? original.occurredAt.toISOString();
  return submit(
    ctx,
    {
      clientId,
      kind: "correction",
      request: input,
      occurredAt,
      reference,
      note: note ?? reason,
      referenceType: "correction",
      referenceId: originals.posting.id,
    },
    {
      action: "inventory.correct",
      before: { postingId: originals.posting.id, entryId, ...saidOf(originals) },
      after: { ...rest.lines[0], toLocationId: rest.toLocationId, occurredAt, reference, note },
      reason,
    },
    (tx, posting) =>
      bookMoves(tx, posting, [...correction.reversed, target], (_, places) => planCorrection(tx, correction, places)),
  );
}

function toCorrection({ posting, entries }: Originals, input: CorrectInput): Correction {
  const [original] = entries.filter(({ type }) => type !== "transfer_in");
  if (original === undefined) return fail({ code: "NOT_FOUND", entity: "entry", id: input.entryId });
  if (original.type === "reversal") fail({ code: "NOT_REVERSIBLE", entryId: original.id });
  const isTransfer = original.type === "transfer_out";
  if (!isTransfer && !MANUAL_TYPES.some((type) => type === original.type)) {
    fail({ code: "INVALID", field: "entryId", reason: "NOT_CORRECTABLE" });
  }
  const isInbound = !original.quantity.startsWith("-");
  const [{ variantId, locationId, unitCost }] = input.lines;
  if (!isInbound && unitCost !== undefined)
    fail({ code: "INVALID", field: "lines.0.unitCost", reason: "ONLY_INBOUND" });
  const { toLocationId } = input;
  if (isTransfer !== (toLocationId !== undefined)) {
    fail({ code: "INVALID", field: "toLocationId", reason: isTransfer ? "REQUIRED" : "NOT_EXPECTED" });
  }
  if (toLocationId === locationId) fail({ code: "SAME_LOCATION", field: "toLocationId" });
  const target = { line: 0, variantId, mayBeArchived: false };
  return {
    input,
    original,
    posting,
    arrival: entries.find(({ type }) => type === "transfer_in"),
    isTransfer,
    isInbound,
    // After the corrected lines, so that the legs of a corrected transfer are numbered as a transfer's are.
    reversed: entries.map((entry, at) => ({ ...toBooking(entry, at), number: at + 2 })),
    target: {
      variantId,
      targets: [
        { ...target, locationId, locationField: "lines.0.locationId" },
        ...(toLocationId === undefined ? [] : [{ ...target, locationId: toLocationId, locationField: "toLocationId" }]),
      ],
    },
  };
}

function saidOf({ posting: { reference, note }, entries }: Originals) {
  const [{ variantId, locationId, quantity, unitCost, occurredAt } = {}] = entries.filter(
    ({ type }) => type !== "transfer_in",
  );
  return { variantId, locationId, quantity, unitCost, occurredAt: occurredAt?.toISOString(), reference, note };
}
