import { type AnyColumn, asc, desc, type SQL, sql } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import { type Cursor, unpackCursor } from "../cursor.ts";
import { comesAfter, type SortKey } from "./keyset.ts";

type Direction = "asc" | "desc";

/** One way to sort a list: by what, and a row's value in it as text. A moment comes back from the cursor as a date. */
export type SortBy<Row> = Readonly<{
  by: AnyColumn | SQL;
  valueOf: (row: Row) => string | null;
  isMoment?: boolean;
}>;

/** A column of a few values, sorted in the order those are given. */
export const rankOf = <Row, Value extends string>(
  column: AnyColumn,
  values: readonly Value[],
  valueOf: (row: Row) => Value,
): SortBy<Row> => ({
  by: sql`field(${column}, ${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`,
  valueOf: (row) => String(values.indexOf(valueOf(row)) + 1),
});

type Sorted<Name extends string> = Readonly<{
  sort?: Name | undefined;
  direction?: Direction | undefined;
  lead?: Name | undefined;
  leadDirection?: Direction | undefined;
  after?: string | undefined;
}>;

type Way<Name> = Readonly<{ name: Name; direction: Direction }>;

/**
 * How a page of a small list is cut, sorted by any of its columns and by another before it. `first` is its order where none is asked for; `last`,
 * together unique, decide between rows that are alike. The rows of such a list are few enough to be sorted whole.
 */
export function sortWhole<Name extends string, Row>(
  ways: Readonly<Record<Name, SortBy<Row>>>,
  { first, last }: Readonly<{ first: Name; last: readonly Name[] }>,
  asked: Sorted<Name>,
): Readonly<{ after: SQL | undefined; orderBy: SQL[]; cursorOf: (row: Row) => Cursor }> {
  const order = orderOf(asked, first, last);
  const name = order.map((one) => `${one.name} ${one.direction}`).join();
  const [madeFor, ...values] = unpackCursor(asked.after, order.length + 1) ?? [];
  if (madeFor !== undefined && madeFor !== name) {
    return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  }
  const keyOf = (way: Way<Name>, at: number): SortKey => {
    const { by, isMoment = false } = ways[way.name];
    return [by, isMoment ? momentOf(values[at]) : (values[at] ?? null), way.direction];
  };
  return {
    after: madeFor === undefined ? undefined : comesAfter(order.map(keyOf)),
    orderBy: order.map((way) => (way.direction === "asc" ? asc : desc)(ways[way.name].by)),
    cursorOf: (row) => [name, ...order.map((way) => ways[way.name].valueOf(row))],
  };
}

function orderOf<Name extends string>(asked: Sorted<Name>, first: Name, last: readonly Name[]): Way<Name>[] {
  const { lead, leadDirection = "asc", sort = first, direction = "asc" } = asked;
  const wanted: Way<Name>[] = [
    ...(lead === undefined ? [] : [{ name: lead, direction: leadDirection }]),
    { name: sort, direction },
    ...last.map((name) => ({ name, direction })),
  ];
  return wanted.filter((way, at) => wanted.findIndex(({ name }) => name === way.name) === at);
}

function momentOf(text: string | null | undefined): Date | null {
  if (text === null || text === undefined) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" }) : moment;
}
