import { z } from "zod";
import { ListAlertsInput } from "../alert/alert.ts";
import { ListApiKeysInput } from "../api-key/api-key.ts";
import { ListAuditInput } from "../audit/audit.ts";
import { line } from "../fields.ts";
import { ListFormulasInput } from "../formula/formula.ts";
import { ListEntriesInput, ListLevelsInput } from "../inventory/entry.ts";
import { LevelsAtInput, ListMovementsInput } from "../inventory/past.ts";
import { ListLocationsInput } from "../location/location.ts";
import { PageInput } from "../page.ts";
import { ListProductsInput } from "../product/product.ts";
import { ListRolesInput } from "../role/role.ts";
import { ListSubcategoriesInput } from "../subcategory/subcategory.ts";
import { ListSuppliersInput } from "../supplier/supplier.ts";
import { LANGUAGES } from "../user/language.ts";
import { ListUsersInput } from "../user/user.ts";

/** How many lines a file of a list holds at the most. */
export const EXPORT_ROWS_MAX = 50_000;

const COLUMNS_MAX = 40;

/** What a list is called, and what narrows and orders it: the input of the list itself, whose paging counts for nothing here. */
const of = <List extends string, Filters extends z.ZodType>(list: List, filters: Filters) =>
  z.strictObject({
    list: z.literal(list),
    filters,
    format: z.enum(["csv", "xlsx"]),
    /** The language of the headings; the caller's own where it is left out. */
    language: z.enum(LANGUAGES).optional(),
    /** The columns in their order, by the names the list gives them, each under the heading it has on the screen. */
    columns: z
      .array(z.strictObject({ id: z.string().max(40), title: line(80) }))
      .min(1, "REQUIRED")
      .max(COLUMNS_MAX, "TOO_MANY"),
  });

/** A list as it is seen: which, narrowed and ordered by what, in which columns. */
export const ExportListInput = z.discriminatedUnion("list", [
  of("alerts", ListAlertsInput),
  of("apiKeys", ListApiKeysInput),
  of("audit", ListAuditInput),
  of("entries", ListEntriesInput),
  of("formulas", ListFormulasInput),
  of("imports", PageInput.strict()),
  of("levels", ListLevelsInput),
  of("levelsAt", LevelsAtInput),
  of("locations", ListLocationsInput),
  of("movements", ListMovementsInput),
  of("products", ListProductsInput),
  of("roles", ListRolesInput),
  of("subcategories", ListSubcategoriesInput),
  of("suppliers", ListSuppliersInput),
  of("units", z.strictObject({})),
  of("users", ListUsersInput),
]);
export type ExportListInput = z.infer<typeof ExportListInput>;
/** The same as it is sent. */
export type ExportListWish = z.input<typeof ExportListInput>;
