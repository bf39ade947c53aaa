import { fail, Id } from "@storehouse/domain";
import type { Cursor } from "../cursor.ts";

/** The moment and id that a cursor of the two holds. Refuses with INVALID what no page ever handed out. */
export function momentOf([time, id]: Cursor): { at: Date; id: string } {
  const at = new Date(typeof time === "string" ? time : Number.NaN);
  const parsed = Id.safeParse(id);
  if (Number.isNaN(at.getTime()) || !parsed.success)
    return fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  return { at, id: parsed.data };
}
