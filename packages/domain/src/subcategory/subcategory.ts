import { z } from "zod";
import { Id, line, optionalLine, Version } from "../fields.ts";
import { PageInput, sorting } from "../page.ts";

/** What kind of thing a product is. */
export const CATEGORIES = ["raw", "semi", "finished", "consumable"] as const;
export type Category = (typeof CATEGORIES)[number];

const fields = { category: z.enum(CATEGORIES), name: line(100) };

/** A named group under a category; the name is unique in its category. */
export const CreateSubcategoryInput = z.strictObject({ id: Id, ...fields });
export type CreateSubcategoryInput = z.infer<typeof CreateSubcategoryInput>;

export const UpdateSubcategoryInput = z.strictObject({ id: Id, version: Version, ...fields });
export type UpdateSubcategoryInput = z.infer<typeof UpdateSubcategoryInput>;

/** The columns subcategories may be sorted by. */
export const SUBCATEGORY_SORTS = ["category", "name"] as const;

export const ListSubcategoriesInput = PageInput.extend({
  search: optionalLine(100),
  category: z.enum(CATEGORIES).optional(),
  isArchived: z.boolean().default(false),
  ...sorting(SUBCATEGORY_SORTS),
}).strict();
export type ListSubcategoriesInput = z.infer<typeof ListSubcategoriesInput>;

export type SubcategoryRow = Readonly<{
  id: string;
  category: Category;
  name: string;
  isArchived: boolean;
  version: number;
}>;
