import { z } from "zod";
import { Id, line, Version } from "../fields.ts";
import { PageInput } from "../page.ts";

/** The lists that can be kept as views. */
export const VIEW_LISTS = [
  "products",
  "levels",
  "entries",
  "audit",
  "locations",
  "subcategories",
  "suppliers",
  "formulas",
  "users",
] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

const NAME = /^[A-Za-z][A-Za-z0-9]{0,29}$/;
const key = z.string().regex(NAME, "INVALID");

/** What of a list's address a view keeps: search, filters and sort, by their names there. */
export const ViewQuery = z
  .record(key, z.string({ error: "TEXT_EXPECTED" }).min(1, "REQUIRED").max(300, "TOO_LONG"))
  .refine((query) => Object.keys(query).length <= 30, "TOO_MANY");
export type ViewQuery = z.infer<typeof ViewQuery>;

export const COLUMN_WIDTH_MIN = 60;
export const COLUMN_WIDTH_MAX = 800;

/** Which columns a view leaves out, and how wide in pixels those are that somebody drew wider or narrower. */
export const ViewColumns = z.strictObject({
  hidden: z.array(key).max(60, "TOO_MANY"),
  widths: z
    .record(key, z.number().int().min(COLUMN_WIDTH_MIN).max(COLUMN_WIDTH_MAX))
    .refine((widths) => Object.keys(widths).length <= 60, "TOO_MANY"),
});
export type ViewColumns = z.infer<typeof ViewColumns>;

const fields = {
  name: line(60),
  isShared: z.boolean(),
  query: ViewQuery,
  /** Null for the list's own. */
  columns: ViewColumns.nullable(),
};

/** A list as somebody wants to find it again. A name is its owner's once for a list. */
export const CreateViewInput = z.strictObject({ id: Id, list: z.enum(VIEW_LISTS), ...fields });
export type CreateViewInput = z.infer<typeof CreateViewInput>;

export const UpdateViewInput = z.strictObject({ id: Id, version: Version, ...fields });
export type UpdateViewInput = z.infer<typeof UpdateViewInput>;

export const ListViewsInput = PageInput.extend({ list: z.enum(VIEW_LISTS) }).strict();
export type ListViewsInput = z.infer<typeof ListViewsInput>;

/** Which view a person's list opens with; null for the list as it is. */
export const SetDefaultViewInput = z.strictObject({ list: z.enum(VIEW_LISTS), viewId: Id.nullable() });
export type SetDefaultViewInput = z.infer<typeof SetDefaultViewInput>;

/** A view as the tabs over a list show it. */
export type ViewRow = Readonly<{
  id: string;
  list: ViewList;
  name: string;
  isShared: boolean;
  ownerName: string;
  /** Theirs who asks. */
  isOwn: boolean;
  /** Their list opens with it. */
  isDefault: boolean;
  query: ViewQuery;
  columns: ViewColumns | null;
  version: number;
}>;
