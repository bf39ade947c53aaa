import type { AuditValues, Takeable } from "@storehouse/domain";
import type { State } from "./state.ts";

/** A record that another points at. */
export type Pointer = Readonly<{ table: Takeable; id: string }>;

/** What a record of each kind has to find in use when it is put back. */
export function pointersOf(table: Takeable, { content }: State): readonly Pointer[] {
  switch (table) {
    case "product":
      return [
        ...idsIn(content["supplierId"], "supplier"),
        ...idsIn(content["subcategoryId"], "subcategory"),
        ...idsIn(content["defaultLocationId"], "location"),
        ...idsIn(content["baseUnitId"], "unit"),
        ...eachIn(content["units"]).flatMap(({ unitId }) => idsIn(unitId, "unit")),
      ];
    case "location":
      return idsIn(content["siteId"], "location");
    case "formula":
      return [
        ...idsIn(content["variantId"], "variant"),
        ...eachIn(content["components"]).flatMap(({ variantId }) => idsIn(variantId, "variant")),
      ];
    case "minimum":
      return eachIn(content["atPlaces"]).flatMap(({ locationId }) => idsIn(locationId, "location"));
    case "user":
      // A built-in role is called by its name, which is no id.
      return [
        ...idsIn(content["role"], "role"),
        ...(Array.isArray(content["locationIds"]) ? content["locationIds"] : []).flatMap((id) => idsIn(id, "location")),
      ];
    case "variant":
    case "supplier":
    case "subcategory":
    case "unit":
    case "role":
    case "view":
    case "settings":
      return [];
  }
}

const idsIn = (value: unknown, table: Takeable): readonly Pointer[] =>
  typeof value === "string" && UUID.test(value) ? [{ table, id: value }] : [];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const eachIn = (value: unknown): readonly AuditValues[] =>
  Array.isArray(value) ? value.filter((one): one is AuditValues => typeof one === "object" && one !== null) : [];
