import {
  type CorrectInput,
  type EntryRow,
  type EntryType,
  MANUAL_TYPES,
  quantityOf,
  quantityText,
  readQuantity,
  type VariantChoice,
} from "@storehouse/domain";

/** An entry as it should have been, as it is typed. Of a move, `locationId` is where it came from. */
export type CorrectionDraft = Readonly<{
  choice: VariantChoice;
  quantityText: string;
  locationId: string | null;
  toLocationId: string | null;
  unitCost: string;
  happenedOn: string;
  reference: string;
  note: string;
  reason: string;
}>;

/** True for what a person books by hand: the rest is put right where it came from. */
export const isCorrectableType = (type: EntryType): boolean =>
  isMove(type) || MANUAL_TYPES.some((manual) => manual === type);

/** True for either leg of a move. */
export const isMove = (type: EntryType): boolean => type === "transfer_in" || type === "transfer_out";

/** Of a move's entries, the places it went from and to; of any other, its place. */
export function placesOf(entry: EntryRow, posting: readonly EntryRow[]) {
  if (!isMove(entry.type)) return { locationId: entry.locationId, toLocationId: null };
  const other = posting.find(
    (row) =>
      isMove(row.type) && row.variantId === entry.variantId && quantityOf(row.quantity) === -quantityOf(entry.quantity),
  );
  const otherId = other?.locationId ?? null;
  return entry.type === "transfer_out"
    ? { locationId: entry.locationId, toLocationId: otherId }
    : { locationId: otherId, toLocationId: entry.locationId };
}

/** The typed quantity in base units, or why it can't be read. */
export const quantityOfDraft = ({ choice, quantityText: text }: CorrectionDraft) =>
  readQuantity(text, choice.units, choice.unitDecimals);

/** What the correction does to what is left of the drafted product at the drafted place. */
export function changeAt(entry: EntryRow, draft: CorrectionDraft): string | undefined {
  const read = quantityOfDraft(draft);
  if (!("quantity" in read) || draft.locationId === null) return undefined;
  const sign = isMove(entry.type) || entry.quantity.startsWith("-") ? -1n : 1n;
  const said = isMove(entry.type) ? -absolute(quantityOf(entry.quantity)) : quantityOf(entry.quantity);
  const isSame = draft.choice.variantId === entry.variantId && draft.locationId === fromOf(entry, draft);
  return quantityText(sign * quantityOf(read.quantity) - (isSame ? said : 0n));
}

// The arrival of a move names where it went: what it took is then known by the draft's own start alone.
const fromOf = (entry: EntryRow, draft: CorrectionDraft): string | null =>
  entry.type === "transfer_in" ? draft.locationId : entry.locationId;

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** The draft as `inventory.correct` takes it. */
export function toCorrection(
  entry: EntryRow,
  draft: CorrectionDraft,
  rest: Pick<CorrectInput, "clientId"> & Readonly<{ occurredAt: string | undefined }>,
): CorrectInput {
  const read = quantityOfDraft(draft);
  const cost = draft.unitCost.trim();
  const line = {
    variantId: draft.choice.variantId,
    locationId: draft.locationId ?? "",
    quantity: "quantity" in read ? read.quantity : "",
    ...(cost === "" || cost === entry.unitCost ? {} : { unitCost: cost }),
  };
  return {
    clientId: rest.clientId,
    entryId: entry.id,
    reason: draft.reason.trim(),
    reference: draft.reference.trim() || null,
    note: draft.note.trim() || null,
    ...(rest.occurredAt && { occurredAt: rest.occurredAt }),
    ...(isMove(entry.type) && { toLocationId: draft.toLocationId ?? "" }),
    lines: [line],
  };
}

/** Errors by field of the input, in reason codes; empty when the draft can be sent. */
export function problemsOf(entry: EntryRow, draft: CorrectionDraft): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const read = quantityOfDraft(draft);
  if ("reason" in read) problems["lines.0.quantity"] = draft.quantityText.trim() === "" ? "REQUIRED" : read.reason;
  if (draft.locationId === null) problems["lines.0.locationId"] = "REQUIRED";
  if (isMove(entry.type) && draft.toLocationId === null) problems.toLocationId = "REQUIRED";
  if (draft.unitCost.trim() !== "" && !/^\d{1,14}(\.\d{1,4})?$/.test(draft.unitCost.trim()))
    problems["lines.0.unitCost"] = "NUMBER_EXPECTED";
  if (draft.reason.trim() === "") problems.reason = "REQUIRED";
  return problems;
}
