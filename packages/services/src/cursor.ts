import { fail, type Page } from "@storehouse/domain";

/** The place a page ended: the sort values of its last row, opaque to the client. */
export type Cursor = readonly (string | null)[];

/** Packs the sort values of a page's last row. */
export const packCursor = (values: Cursor): string => Buffer.from(JSON.stringify(values)).toString("base64url");

/** Unpacks a cursor of exactly `size` values. Refuses what no page ever handed out. */
export function unpackCursor(text: string | undefined, size: number): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const isCursor =
      Array.isArray(values) &&
      values.length === size &&
      values.every((value) => value === null || typeof value === "string");
    if (isCursor) return values as Cursor;
  } catch {
    // Falls through to the one refusal.
  }
  return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
}

/** Cuts the one row too many that says there is another page. */
export function toPage<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  if (rows.length <= limit) return { rows };
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return last === undefined ? { rows: page } : { rows: page, next: packCursor(cursorOf(last)) };
}
