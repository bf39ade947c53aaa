import { LIMITS, type OfferedPlan } from "@storehouse/domain";
import { B } from "./billing-words.ts";

/** What a plan lets a factory have, in a line: "10 people, 2,000 products, 10 places, 1,000 MB of storage, without production". */
export function planText({ limits, modules }: OfferedPlan): string {
  const counted = LIMITS.flatMap((limit) => {
    const count = limits[limit];
    return count === null ? [] : [B.limit[limit](count.toLocaleString("en-GB"))];
  });
  const parts = counted.length === 0 ? [B.noLimits] : counted;
  return [...parts, modules.length === 0 ? B.withoutModules : B.withModules(modules.join(", "))].join(", ");
}
