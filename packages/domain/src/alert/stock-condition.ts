import { isLowAt } from "../settings/is-low.ts";
import type { MinimumRule } from "../settings/settings.ts";

/** The alerts that follow from a quantity and its limits alone. */
export const STOCK_ALERT_KINDS = ["OUT", "LOW", "OVERSTOCK"] as const;
export type StockAlertKind = (typeof STOCK_ALERT_KINDS)[number];

/** A quantity's limits, undefined is off; and the factory's rule for what stands at its minimum. */
export type StockLimits = Readonly<{ minimum: bigint | undefined; maximum: bigint | undefined; rule: MinimumRule }>;

/** `holds` raises an alert, `gone` ends it, `lingers` does neither: so near to the limit that it might be crossed again at once. */
export type Condition = "holds" | "lingers" | "gone";

/** What a quantity says of each kind. */
export type Conditions = Readonly<Record<StockAlertKind, Condition>>;

/** Nothing to alert about: no limits, out of use, or never booked. */
export const NO_CONDITIONS: Conditions = { OUT: "gone", LOW: "gone", OVERSTOCK: "gone" };

// A twentieth of the limit has to lie between a quantity and its limit before an alert ends.
const BAND = 20n;

/** What a quantity says under its limits. OUT takes the place of LOW: one trouble is told once. Negative never occurs. */
export function conditionsOf(onHand: bigint, { minimum, maximum, rule }: StockLimits): Conditions {
  const isLow = isLowAt(onHand, minimum, rule);
  return {
    OUT: isLow && onHand === 0n ? "holds" : "gone",
    LOW: minimum === undefined || onHand === 0n ? "gone" : lowOf(onHand, minimum, isLow),
    OVERSTOCK: maximum === undefined ? "gone" : overOf(onHand, maximum),
  };
}

/** True when two quantities say the same: nothing was crossed between them. */
export const isSameCondition = (a: Conditions, b: Conditions): boolean =>
  STOCK_ALERT_KINDS.every((kind) => a[kind] === b[kind]);

function lowOf(onHand: bigint, minimum: bigint, isLow: boolean): Condition {
  if (isLow) return "holds";
  return onHand <= minimum + minimum / BAND ? "lingers" : "gone";
}

function overOf(onHand: bigint, maximum: bigint): Condition {
  if (onHand > maximum) return "holds";
  return onHand > maximum - maximum / BAND ? "lingers" : "gone";
}
