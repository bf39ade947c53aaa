import { fail, Id, type ListProductsInput } from "@storehouse/domain";
import { type Cursor, unpackCursor } from "../cursor.ts";

type Sort = ListProductsInput["sort"];

/** A product's place in a sorted list: the value it is sorted by, as text or null for none, and its id. */
export type ProductPlace = Readonly<{ id: string; value: string | null }>;

/** What a page hands out to find the one after it. The sort goes along: a place in one order means nothing in another. */
export const cursorOf = (sort: Sort, { id, value }: ProductPlace): Cursor => [sort, value, id];

/** The place the page before ended. Refuses what no page of this sort ever handed out. */
export function placeOf({ sort, after }: Pick<ListProductsInput, "sort" | "after">): ProductPlace | undefined {
  const cursor = unpackCursor(after, 3);
  if (cursor === undefined) return undefined;
  const [madeFor, value, id] = cursor;
  if (madeFor === sort && value !== undefined && isValue(sort, value)) {
    const parsed = Id.safeParse(id);
    if (parsed.success) return { id: parsed.data, value };
  }
  return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
}

const isValue = (sort: Sort, value: string | null): boolean =>
  value === null ? sort === "price" : IS_VALUE[sort](value);

const DECIMAL = /^\d{1,18}(\.\d{1,6})?$/;
const IS_VALUE: Readonly<Record<Sort, (value: string) => boolean>> = {
  code: () => true,
  name: () => true,
  onHand: (value) => DECIMAL.test(value),
  price: (value) => DECIMAL.test(value),
  updatedAt: (value) => !Number.isNaN(Date.parse(value)),
};
