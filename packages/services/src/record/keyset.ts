import { and, type AnyColumn, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from "@storehouse/db";

type Direction = "asc" | "desc";

/** What a list is sorted by, and its value in the last row of the page before. It goes the list's way unless it says its own. */
export type SortKey = readonly [by: AnyColumn | SQL, value: unknown, direction?: Direction];

/** True for the rows that come after the last one of the page before, in the order of the keys. Null is less than any value. */
export function comesAfter(keys: readonly SortKey[], direction: Direction = "asc"): SQL | undefined {
  return or(
    ...keys.map(([by, value, own], place) =>
      and(...keys.slice(0, place).map(isSame), isBeyond(by, value, own ?? direction)),
    ),
  );
}

function isSame([by, value]: SortKey): SQL {
  if (value === null) return isNull(by);
  return isColumn(by) ? eq(by, value) : eq(by, value);
}

function isBeyond(by: AnyColumn | SQL, value: unknown, direction: Direction): SQL | undefined {
  if (value === null) return direction === "asc" ? isNotNull(by) : sql`1 = 0`;
  if (direction === "asc") return isColumn(by) ? gt(by, value) : gt(by, value);
  if (!isColumn(by)) return or(lt(by, value), isNull(by));
  return by.notNull ? lt(by, value) : or(lt(by, value), isNull(by));
}

/** Whether something sorted by is a column of a table. */
export const isColumn = (by: AnyColumn | SQL): by is AnyColumn => "notNull" in by;

/** True for records that are archived, or for those in use. */
export const archivedIs = (archivedAt: AnyColumn, isArchived: boolean): SQL =>
  isArchived ? isNotNull(archivedAt) : isNull(archivedAt);
