import { z } from "zod";
import { Id, Quantity, Search } from "../fields.ts";
import { PageInput } from "../page.ts";

/** What an alert can say, the most urgent first. A variant's own limits give the first three of stock; a place's minimum gives OUT and LOW there. */
export const ALERT_KINDS = ["OUT", "LEVEL_MISMATCH", "LOW", "OVERSTOCK"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** ACTIVE until somebody has seen to it (ACKNOWLEDGED) or it has ended (RESOLVED). What comes back is a new alert. */
export const ALERT_STATES = ["ACTIVE", "ACKNOWLEDGED", "RESOLVED"] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** The list of alerts: what holds now by urgency, the longest open first; with `isOpen` false what has ended, the latest first. */
export const ListAlertsInput = PageInput.extend({
  isOpen: z.boolean().default(true),
  search: Search.optional(),
  kind: z.enum(ALERT_KINDS).optional(),
  state: z.enum(ALERT_STATES).optional(),
  locationId: Id.optional(),
  variantId: Id.optional(),
}).strict();
export type ListAlertsInput = z.infer<typeof ListAlertsInput>;

/** An alert as screens show it. `onHand` and `limit` are of the moment it was raised, `onHandNow` of this one; `locationId` is null where all places count together. */
export type AlertRow = Readonly<{
  id: string;
  kind: AlertKind;
  state: AlertState;
  variantId: string;
  sku: string;
  productId: string;
  productName: string;
  variantName: string | null;
  unit: string;
  /** It is made here: what it runs short of is put right by making some. */
  isMade: boolean;
  locationId: string | null;
  locationName: string | null;
  onHand: string | null;
  onHandNow: string;
  limit: string | null;
  raisedAt: string;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
}>;

/** How many alerts hold now, and how many of them nobody has seen to. */
export type AlertCounts = Readonly<{
  open: number;
  active: number;
  byKind: Readonly<Record<AlertKind, number>>;
}>;

/**
 * What a variant may fall to and rise to, in its base unit: over all places, or a minimum at one place. Null means off.
 * Without `maximum` the stored one stays.
 */
export const SetThresholdInput = z
  .strictObject({
    variantId: Id,
    locationId: Id.nullish().transform((id) => id ?? null),
    minimum: Quantity.nullable(),
    maximum: Quantity.nullable().optional(),
  })
  .refine(({ locationId, maximum }) => locationId === null || (maximum ?? null) === null, {
    path: ["maximum"],
    message: "NOT_EXPECTED",
  });
export type SetThresholdInput = z.infer<typeof SetThresholdInput>;

export const ThresholdsInput = z.strictObject({ variantId: Id });
export type ThresholdsInput = z.infer<typeof ThresholdsInput>;

/** A variant's limits, and every place where it stands or has a minimum. */
export type Thresholds = Readonly<{
  variantId: string;
  unit: string;
  onHand: string;
  minimum: string | null;
  maximum: string | null;
  places: readonly Readonly<{
    locationId: string;
    locationName: string;
    onHand: string;
    minimum: string | null;
  }>[];
}>;
