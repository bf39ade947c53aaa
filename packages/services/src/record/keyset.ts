import { and, type AnyColumn, eq, gt, isNotNull, isNull, lt, or, type SQL } from "@storehouse/db";

/** A column a list is sorted by, and its value in the last row of the page before. */
export type SortKey = readonly [column: AnyColumn, value: unknown];

/** True for the rows that come after the last one of the page before, in the order of the keys. */
export function comesAfter(keys: readonly SortKey[], direction: "asc" | "desc" = "asc"): SQL | undefined {
  const beyond = direction === "asc" ? gt : lt;
  return or(
    ...keys.map(([column, value], place) =>
      and(...keys.slice(0, place).map(([before, same]) => eq(before, same)), beyond(column, value)),
    ),
  );
}

/** True for records that are archived, or for those in use. */
export const archivedIs = (archivedAt: AnyColumn, isArchived: boolean): SQL =>
  isArchived ? isNotNull(archivedAt) : isNull(archivedAt);
