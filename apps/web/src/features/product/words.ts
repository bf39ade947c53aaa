import type { SourceType } from "@storehouse/domain";

/** Where a product comes from, in words. */
export const SOURCE_TYPE_WORDS = { manufacturing: "Made here", trading: "Bought" } as const satisfies Record<
  SourceType,
  string
>;
