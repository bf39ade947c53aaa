import { ALERT_KINDS, type AlertKind } from "@storehouse/domain";

/** What an alert is about: a variant at a place, or over all places where that is null. */
export type AlertSubject = Readonly<{ variantId: string; locationId: string | null }>;

/** The unique key of an open alert. */
export const openKeyOf = (kind: AlertKind, { variantId, locationId }: AlertSubject): string =>
  `${kind}:${variantId}:${locationId ?? "all"}`;

/** The place of a kind in the order of urgency. */
export const urgencyOf = (kind: AlertKind): number => ALERT_KINDS.indexOf(kind);
