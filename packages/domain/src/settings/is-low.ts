import type { MinimumRule } from "./settings.ts";

/** Whether so much counts as low against a minimum, by the factory's rule. Without a minimum nothing is. */
export const isLowAt = (onHand: bigint, minimum: bigint | undefined, rule: MinimumRule): boolean =>
  minimum !== undefined && (rule === "below" ? onHand < minimum : onHand <= minimum);
