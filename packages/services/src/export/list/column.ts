import type { Page } from "@storehouse/domain";
import type { TenantContext } from "../../context.ts";
import type { Say } from "../../language/translation.ts";

/** What a column's cells are: words, a plain number, a quantity in the row's unit, or a moment. */
export type CellKind = "text" | "number" | "quantity" | "moment";

type Read<Row, Value = string | null> = (row: Row, say: Say) => Value;

/** A column of a file: what its cells are, and where in a row they stand. Null is a blank cell. */
export type Column<Row> = Readonly<{ kind: CellKind; of: Read<Row> }>;

export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

export const text = <Row>(of: Read<Row>): Column<Row> => ({ kind: "text", of });
export const number = <Row>(of: Read<Row, string | number | null>): Column<Row> => ({
  kind: "number",
  of: (row, say) => {
    const value = of(row, say);
    return value === null ? null : String(value);
  },
});
export const quantity = <Row>(of: Read<Row>): Column<Row> => ({ kind: "quantity", of });
export const moment = <Row>(of: Read<Row>): Column<Row> => ({ kind: "moment", of });

/** A list as the exporter reads it: a page after another, each row as the cells of the columns asked for. */
export type ListSource = Readonly<{
  /** What the sheet and the file are called. */
  name: string;
  kindOf: (columnId: string) => CellKind | undefined;
  readPage: (ctx: TenantContext, wish: PageWish) => Promise<Page<Cells>>;
}>;

/** Which columns of the rows after a cursor, and what words them. */
type PageWish = Readonly<{ columnIds: readonly string[]; after: string | undefined; say: Say }>;

/** A row's cells as text, in the order of the columns; the last is the unit its quantities are in. */
export type Cells = readonly (string | null)[];

type Listed<Row, Input> = Readonly<{
  name: string;
  columns: Columns<Row>;
  /** The verb behind the list: it asks its own permission and keeps to the actor's places. */
  list: (ctx: TenantContext, input: Input & Paging) => Promise<Page<Row>>;
  filters: Input;
  unitOf?: (row: Row) => string;
}>;

type Paging = Readonly<{ limit: number; after: string | undefined }>;

const PAGE = 1000;

/** Makes a list's own verb the source of its file. */
export function sourceOf<Row, Input extends object>(listed: Listed<Row, Input>): ListSource {
  const { name, columns, list, filters, unitOf } = listed;
  return {
    name,
    kindOf: (id) => (Object.hasOwn(columns, id) ? columns[id]?.kind : undefined),
    readPage: async (ctx, { columnIds, after, say }) => {
      const page = await list(ctx, { ...filters, limit: PAGE, after });
      const cellsOf = (row: Row): Cells => [
        ...columnIds.map((id) => columns[id]?.of(row, say) ?? null),
        unitOf?.(row) ?? null,
      ];
      return { ...page, rows: page.rows.map(cellsOf) };
    },
  };
}
