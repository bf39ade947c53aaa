import type { ExportListInput } from "@storehouse/domain";
import { listAlerts } from "../../alert/list-alerts.ts";
import { listApiKeys } from "../../api-key/list-api-keys.ts";
import { listAudit } from "../../audit/list-audit.ts";
import { listFormulas } from "../../formula/list-formulas.ts";
import { listImports } from "../../import/import-status.ts";
import { listEntries } from "../../inventory/list-entries.ts";
import { listLevels } from "../../inventory/list-levels.ts";
import { levelsAt } from "../../inventory/past/levels-at.ts";
import { listMovements } from "../../inventory/past/list-movements.ts";
import { listLocations } from "../../location/list-locations.ts";
import { listProducts } from "../../product/list-products.ts";
import { listRoles } from "../../role/list-roles.ts";
import { listSubcategories } from "../../subcategory/list-subcategories.ts";
import { listSuppliers } from "../../supplier/list-suppliers.ts";
import { listUnits } from "../../unit/list-units.ts";
import { listUsers } from "../../user/list-users.ts";
import * as catalogue from "./catalogue-columns.ts";
import { type ListSource, sourceOf } from "./column.ts";
import * as people from "./people-columns.ts";
import * as stock from "./stock-columns.ts";

const unitOf = ({ unit }: Readonly<{ unit: string }>): string => unit;

/** The verb and the columns behind a list. */
export function findSource(input: ExportListInput): ListSource {
  switch (input.list) {
    case "alerts":
      return sourceOf({ ...input, name: "alerts", list: listAlerts, columns: stock.ALERT_COLUMNS, unitOf });
    case "apiKeys":
      return sourceOf({ ...input, name: "keys", list: listApiKeys, columns: people.API_KEY_COLUMNS });
    case "audit":
      return sourceOf({ ...input, name: "audit", list: listAudit, columns: people.AUDIT_COLUMNS });
    case "entries":
      return sourceOf({ ...input, name: "entries", list: listEntries, columns: stock.ENTRY_COLUMNS, unitOf });
    case "formulas":
      return sourceOf({ ...input, name: "formulas", list: listFormulas, columns: catalogue.FORMULA_COLUMNS });
    case "imports":
      return sourceOf({ ...input, name: "sheets", list: listImports, columns: people.IMPORT_COLUMNS });
    case "levels":
      return sourceOf({ ...input, name: "stock", list: listLevels, columns: stock.LEVEL_COLUMNS, unitOf });
    case "levelsAt":
      return sourceOf({ ...input, name: "stock", list: levelsAt, columns: stock.PAST_LEVEL_COLUMNS, unitOf });
    case "locations":
      return sourceOf({ ...input, name: "places", list: listLocations, columns: catalogue.LOCATION_COLUMNS });
    case "movements":
      return sourceOf({ ...input, name: "in-and-out", list: listMovements, columns: stock.MOVEMENT_COLUMNS, unitOf });
    case "products":
      return sourceOf({ ...input, name: "products", list: listProducts, columns: catalogue.PRODUCT_COLUMNS, unitOf });
    case "roles":
      return sourceOf({ ...input, name: "roles", list: listRoles, columns: people.ROLE_COLUMNS });
    case "subcategories":
      return sourceOf({
        ...input,
        name: "subcategories",
        list: listSubcategories,
        columns: catalogue.SUBCATEGORY_COLUMNS,
      });
    case "suppliers":
      return sourceOf({ ...input, name: "suppliers", list: listSuppliers, columns: catalogue.SUPPLIER_COLUMNS });
    case "units":
      return sourceOf({ ...input, name: "units", list: listUnits, columns: catalogue.UNIT_COLUMNS });
    case "users":
      return sourceOf({ ...input, name: "people", list: listUsers, columns: people.USER_COLUMNS });
  }
}
