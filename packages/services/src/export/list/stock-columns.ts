import type { AlertRow, EntryRow, LevelRow, MovementRow, PastLevelRow } from "@storehouse/domain";
import { type Columns, moment, number, quantity, text } from "./column.ts";
import { isNothing, nameOf } from "./words.ts";

/** What is where. */
export const LEVEL_COLUMNS: Columns<LevelRow> = {
  product: text(nameOf),
  sku: text((row) => row.sku),
  place: text((row) => row.locationName),
  onHand: quantity((row) => row.onHand),
  reserved: quantity((row) => row.reserved),
  available: quantity((row) => row.available),
  minimum: quantity((row) => row.minimumStock),
  state: text((row, say) => (row.isLow ? say(isNothing(row.onHand) ? "file.out" : "file.low") : null)),
  value: number((row) => row.value),
};

/** What was where. */
export const PAST_LEVEL_COLUMNS: Columns<PastLevelRow> = {
  product: text(nameOf),
  sku: text((row) => row.sku),
  place: text((row) => row.locationName),
  onHand: quantity((row) => row.onHand),
  value: number((row) => row.value),
};

/** What came and went. */
export const MOVEMENT_COLUMNS: Columns<MovementRow> = {
  product: text(nameOf),
  sku: text((row) => row.sku),
  opening: quantity((row) => row.opening),
  cameIn: quantity((row) => row.cameIn),
  wentOut: quantity((row) => row.wentOut),
  closing: quantity((row) => row.closing),
};

/** The ledger. */
export const ENTRY_COLUMNS: Columns<EntryRow> = {
  at: moment((row) => row.occurredAt),
  type: text(({ type, reversedById }, say) => {
    const name = say(`entryType.${type}`);
    return reversedById === null ? name : say("file.reversed", { type: name });
  }),
  product: text(nameOf),
  sku: text((row) => row.sku),
  quantity: quantity((row) => row.quantity),
  place: text((row) => row.locationName),
  balance: quantity((row) => row.balance),
  person: text((row) => row.userName),
  reference: text((row) => row.reference),
  cost: number((row) => row.unitCost),
  value: number((row) => row.value),
  note: text((row) => row.note),
};

/** What has to be seen to. */
export const ALERT_COLUMNS: Columns<AlertRow> = {
  kind: text((row, say) => say(`alertKind.${row.kind}`)),
  product: text(nameOf),
  place: text((row, say) => row.locationName ?? say("file.allPlaces")),
  figures: quantity((row) => row.onHandNow),
  raised: moment((row) => row.raisedAt),
  state: text(({ resolvedAt, resolvedBy, state, acknowledgedBy }, say) => {
    if (resolvedAt !== null)
      return resolvedBy === null ? say("file.ended") : say("file.endedBy", { person: resolvedBy });
    return state === "ACKNOWLEDGED" ? say("file.seenToBy", { person: acknowledgedBy ?? "" }) : say("file.new");
  }),
};
