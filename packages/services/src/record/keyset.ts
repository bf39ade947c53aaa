import { and, type AnyColumn, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from "@storehouse/db";

/** A column a list is sorted by, and its value in the last row of the page before. */
export type SortKey = readonly [column: AnyColumn, value: unknown];

type Direction = "asc" | "desc";

/** True for the rows that come after the last one of the page before, in the order of the keys. Null is less than any value. */
export function comesAfter(keys: readonly SortKey[], direction: Direction = "asc"): SQL | undefined {
  return or(
    ...keys.map(([column, value], place) =>
      and(
        ...keys.slice(0, place).map(([before, same]) => (same === null ? isNull(before) : eq(before, same))),
        isBeyond(column, value, direction),
      ),
    ),
  );
}

function isBeyond(column: AnyColumn, value: unknown, direction: Direction): SQL | undefined {
  if (value === null) return direction === "asc" ? isNotNull(column) : sql`1 = 0`;
  if (direction === "asc") return gt(column, value);
  return column.notNull ? lt(column, value) : or(lt(column, value), isNull(column));
}

/** True for records that are archived, or for those in use. */
export const archivedIs = (archivedAt: AnyColumn, isArchived: boolean): SQL =>
  isArchived ? isNotNull(archivedAt) : isNull(archivedAt);
