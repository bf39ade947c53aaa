import {
  type PostInput,
  readQuantity,
  type TransferInput,
  type TypedQuantity,
  type VariantChoice,
} from "@storehouse/domain";
import type { Action, ScanSetup } from "./setup.ts";

/** What is asked of the ledger. Once sent it stays as it is: the same id must never stand for two things. */
export type ScanRequest =
  | Readonly<{ kind: "post"; input: PostInput }>
  | Readonly<{ kind: "transfer"; input: TransferInput }>;

/** What the ledger keeps of a scan: how much in the base unit, and what is left where it went. */
export type StoredScan = Readonly<{ kind: "stored"; postingId: string; quantity: string; left: string; atId: string }>;

export type ScanState =
  /** Not stored yet, whatever was tried. */
  | Readonly<{ kind: "waiting" }>
  | StoredScan
  | Readonly<{ kind: "refused"; text: string }>
  | Readonly<{ kind: "unknown" }>
  | Readonly<{ kind: "ambiguous"; choices: readonly VariantChoice[] }>
  | Readonly<{ kind: "found" }>
  | Readonly<{ kind: "undone" }>;

/** One scan, kept on the device from the moment it was read. Its id is the one under which the ledger books it. */
export type Scan = Readonly<{
  id: string;
  at: string;
  code: string;
  action: Action;
  quantityText: string;
  unitCode: string | null;
  fromId: string | null;
  toId: string | null;
  choice: VariantChoice | null;
  request: ScanRequest | null;
  state: ScanState;
  /** The id of its reversal, once somebody wants it undone. */
  undoId: string | null;
  /** Why it could not be undone. */
  undoTrouble: string | null;
}>;

type NewScan = Readonly<{ id: string; code: string; at: string; quantityText: string }>;

/** A scan as it was just read, with the place and unit that hold at this moment. */
export function newScan(setup: ScanSetup, scanned: NewScan): Scan {
  const { action, units } = setup;
  return {
    ...scanned,
    ...placesFor(action, setup),
    action,
    unitCode: action === "look" ? null : units[action],
    choice: null,
    request: null,
    state: { kind: "waiting" },
    undoId: null,
    undoTrouble: null,
  };
}

/** A scan to be tried again as things are now: at the places that are chosen by now, and asked for anew. */
export const tryAgain = (scan: Scan, setup: ScanSetup): Partial<Scan> => ({
  ...placesFor(scan.action, setup),
  request: null,
  state: { kind: "waiting" },
});

const placesFor = (action: Action, { places }: ScanSetup): Pick<Scan, "fromId" | "toId"> => ({
  fromId: action === "move" ? places.from : action === "out" ? places.out : null,
  toId: action === "move" ? places.to : action === "in" ? places.in : null,
});

/** True while something of the scan has still to reach the server. */
export const isPending = (scan: Scan): boolean =>
  scan.state.kind === "waiting" || (scan.state.kind === "stored" && scan.undoId !== null);

/**
 * The scans to send next: the oldest first, so many at once, and never two of the same goods, so that what was taken out goes before what was put
 * back after it.
 */
export function nextToSend(scans: readonly Scan[], busy: ReadonlySet<string>, most: number): readonly Scan[] {
  const goods = (scan: Scan) => scan.choice?.variantId ?? scan.code;
  const taken = new Set(scans.filter(({ id }) => busy.has(id)).map(goods));
  const next: Scan[] = [];
  for (const scan of scans) {
    if (busy.size + next.length >= most) break;
    if (busy.has(scan.id) || !isPending(scan) || taken.has(goods(scan))) continue;
    taken.add(goods(scan));
    next.push(scan);
  }
  return next;
}

/** How much a scan books, in the base unit. A bare number counts in the action's unit, where the product has it. */
export function quantityOf({ quantityText, unitCode }: Scan, { units, unitDecimals }: VariantChoice): TypedQuantity {
  const isBare = /^[\d.,\s]+$/.test(quantityText);
  const unit = isBare ? units.find(({ code }) => code === unitCode) : undefined;
  const read = readQuantity(quantityText, units, unitDecimals);
  if (unit === undefined || !("quantity" in read)) return read;
  // Multiplied, not written behind the number: a unit's code may hold what a typed one can't.
  return readQuantity(`${read.quantity} * ${unit.numerator} / ${unit.denominator}`, units, unitDecimals);
}

/** Why a scan can't be booked as it is: a place is missing. */
export type Missing = "place" | "from" | "to" | "same";

/** What the ledger is asked for; or what is missing. `occurredAt` where it was scanned well before now. */
export function requestOf(
  scan: Scan,
  choice: VariantChoice,
  quantity: string,
  occurredAt: string | undefined,
): ScanRequest | Readonly<{ missing: Missing }> {
  const { id: clientId, action } = scan;
  const { variantId, defaultLocationId } = choice;
  const common = { clientId, ...(occurredAt && { occurredAt }), reference: null, note: null };
  if (action === "move") {
    const [fromLocationId, toLocationId] = [scan.fromId ?? defaultLocationId, scan.toId];
    if (fromLocationId === null) return { missing: "from" };
    if (toLocationId === null) return { missing: "to" };
    if (fromLocationId === toLocationId) return { missing: "same" };
    return { kind: "transfer", input: { ...common, fromLocationId, toLocationId, lines: [{ variantId, quantity }] } };
  }
  const locationId = (action === "out" ? scan.fromId : scan.toId) ?? defaultLocationId;
  if (locationId === null) return { missing: "place" };
  const type = action === "out" ? "manual_out" : "manual_in";
  return { kind: "post", input: { ...common, type, lines: [{ variantId, locationId, quantity }] } };
}
