import {
  fromScaled,
  type ManualType,
  type PostInput,
  QUANTITY_SCALE,
  quantityOf,
  readQuantity,
  type TransferInput,
  type VariantChoice,
} from "@storehouse/domain";
import { v7 as newId } from "uuid";
import type { BookingKind } from "../../components/use-booking.ts";
import { t } from "../../language/t.ts";

/** The three things that are booked most: in, out, and from place to place. */
export { BOOKING_KINDS as BOOKINGS } from "../../components/use-booking.ts";
export type Booking = BookingKind;

/** One line as it is typed. `quantityText` may be arithmetic with units: "3 box + 2". */
export type DraftLine = Readonly<{
  key: string;
  choice: VariantChoice | null;
  quantityText: string;
  locationId: string | null;
  /** False while the place only follows the product's usual one. */
  isPlaceChosen: boolean;
  unitCost: string;
}>;

/** A booking on its way: kept on the device until the ledger has it. `clientId` makes sending it twice book it once. */
export type Draft = Readonly<{
  clientId: string;
  lines: readonly DraftLine[];
  fromLocationId: string | null;
  toLocationId: string | null;
  type: ManualType;
  reference: string;
  note: string;
  /** The day it happened, as typed; today when nothing is. */
  happenedOn?: string;
}>;

/** What each way in and out is called, first the plain one. */
export const REASONS = {
  in: [
    {
      value: "manual_in",
      get label() {
        return t("booking.bookedIn");
      },
    },
    {
      value: "purchase",
      get label() {
        return t("booking.bought");
      },
    },
    {
      value: "sale_return",
      get label() {
        return t("booking.returnedByACustomer");
      },
    },
    {
      value: "opening",
      get label() {
        return t("booking.openingStock");
      },
    },
  ],
  out: [
    {
      value: "manual_out",
      get label() {
        return t("booking.usedOrTaken");
      },
    },
    {
      value: "sale",
      get label() {
        return t("booking.sold");
      },
    },
    {
      value: "scrap",
      get label() {
        return t("booking.scrapped");
      },
    },
    {
      value: "purchase_return",
      get label() {
        return t("booking.returnedToTheSupplier");
      },
    },
  ],
} as const satisfies Record<"in" | "out", readonly { value: ManualType; label: string }[]>;

export const newLine = (choice: VariantChoice | null = null, locationId: string | null = null): DraftLine => ({
  key: newId(),
  choice,
  quantityText: "",
  locationId: locationId ?? choice?.defaultLocationId ?? null,
  isPlaceChosen: locationId !== null,
  unitCost: "",
});

export const newDraft = (booking: Booking, locationId: string | null = null): Draft => ({
  clientId: newId(),
  lines: [newLine(null, locationId)],
  fromLocationId: locationId,
  toLocationId: null,
  type: booking === "out" ? "manual_out" : "manual_in",
  reference: "",
  note: "",
});

/** The line once a product is chosen: its place follows the product's usual one, unless somebody chose it. */
export const withChoice = (line: DraftLine, choice: VariantChoice | null): DraftLine => ({
  ...line,
  choice,
  locationId: line.isPlaceChosen ? line.locationId : (choice?.defaultLocationId ?? line.locationId),
});

/** True when something was typed that closing would lose. */
export const isTouched = (draft: Draft): boolean =>
  draft.lines.some((line) => line.choice !== null || line.quantityText !== "") ||
  [draft.reference, draft.note, draft.happenedOn ?? ""].some((text) => text !== "");

/** A line's quantity in base units, or the reason it can't be read. */
export function quantityOfLine(line: DraftLine): ReturnType<typeof readQuantity> {
  if (line.choice === null) return { reason: "NUMBER_EXPECTED" };
  return readQuantity(line.quantityText, line.choice.units, line.choice.unitDecimals);
}

/** What is left at a place once the line is booked, as text; undefined while the line can't be read. */
export function leftAfter(line: DraftLine, onHand: string, sign: 1 | -1): string | undefined {
  const read = quantityOfLine(line);
  if (!("quantity" in read)) return undefined;
  const change = quantityOf(read.quantity);
  return fromScaled(quantityOf(onHand) + (sign === 1 ? change : -change), QUANTITY_SCALE);
}

/** Errors by field, as `lines.0.quantity`, in reason codes. Empty when the draft can be sent. */
export function problemsOf(draft: Draft, booking: Booking): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  draft.lines.forEach((line, at) => {
    if (line.choice === null) problems[`lines.${at}.variantId`] = "REQUIRED";
    else if (line.quantityText.trim() === "") problems[`lines.${at}.quantity`] = "REQUIRED";
    else {
      const read = quantityOfLine(line);
      if ("reason" in read) problems[`lines.${at}.quantity`] = read.reason;
    }
    if (booking !== "move" && line.locationId === null) problems[`lines.${at}.locationId`] = "REQUIRED";
    if (line.unitCost !== "" && !/^\d{1,14}(\.\d{1,4})?$/.test(line.unitCost.trim()))
      problems[`lines.${at}.unitCost`] = "NUMBER_EXPECTED";
  });
  if (booking !== "move") return problems;
  if (draft.fromLocationId === null) problems.fromLocationId = "REQUIRED";
  if (draft.toLocationId === null) problems.toLocationId = "REQUIRED";
  else if (draft.toLocationId === draft.fromLocationId) problems.toLocationId = "SAME_LOCATION";
  return problems;
}

/** The draft as `inventory.post` takes it, at a moment if not now. Ask problemsOf first. */
export function toPost(draft: Draft, occurredAt?: string): PostInput {
  const lines = draft.lines.map((line) => ({
    ...bookable(line),
    locationId: line.locationId ?? "",
    ...(line.unitCost.trim() === "" ? {} : { unitCost: line.unitCost.trim() }),
  }));
  return {
    clientId: draft.clientId,
    type: draft.type,
    ...(occurredAt && { occurredAt }),
    reference: draft.reference || null,
    note: draft.note || null,
    lines,
  };
}

/** The draft as `inventory.transfer` takes it, at a moment if not now. Ask problemsOf first. */
export function toTransfer(draft: Draft, occurredAt?: string): TransferInput {
  const { clientId, fromLocationId, toLocationId } = draft;
  return {
    clientId,
    fromLocationId: fromLocationId ?? "",
    toLocationId: toLocationId ?? "",
    ...(occurredAt && { occurredAt }),
    reference: draft.reference || null,
    note: draft.note || null,
    lines: draft.lines.map(bookable),
  };
}

function bookable(line: DraftLine): { variantId: string; quantity: string } {
  const read = quantityOfLine(line);
  return { variantId: line.choice?.variantId ?? "", quantity: "quantity" in read ? read.quantity : "" };
}
