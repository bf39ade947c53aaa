import type { PlanUsage } from "./usage.ts";

/** From this share of a limit on, who answers for the factory is told that it is near. */
export const NEAR_SHARE = 0.8;

/** How near a limit is: null while there is room, or no limit at all. */
export function nearness(used: number, allowed: number | null): "near" | "reached" | null {
  if (allowed === null) return null;
  if (used >= allowed) return "reached";
  return used >= allowed * NEAR_SHARE ? "near" : null;
}

/** What is counted and near its limit, or at it. */
export const nearLimits = ({ counted }: Pick<PlanUsage, "counted">) =>
  counted.flatMap(({ limit, used, allowed }) => {
    const how = nearness(used, allowed);
    return how === null || allowed === null ? [] : [{ limit, used, allowed, isReached: how === "reached" }];
  });
