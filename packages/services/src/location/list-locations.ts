import { and, contains, eq, sql } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import {
  type ListLocationsInput,
  LOCATION_TYPES,
  type LOCATION_SORTS,
  type LocationRow,
  type Page,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { toPage } from "../cursor.ts";
import { archivedIs } from "../record/keyset.ts";
import { rankOf, type SortBy, sortWhole } from "../record/sort-whole.ts";
import { selectLocations, sites, toLocationRow } from "./select-locations.ts";

/** Lists the places the actor may see by name, or as asked. */
export async function listLocations(ctx: TenantContext, input: ListLocationsInput): Promise<Page<LocationRow>> {
  authorize(ctx, "locations.read");
  const { search, type, isArchived, limit } = input;
  const { after, orderBy, cursorOf } = sortWhole(WAYS, { first: "name", last: ["name"] }, input);
  const rows = await selectLocations(ctx.db)
    .where(
      and(
        inPlaces(ctx, locations.id),
        archivedIs(locations.archivedAt, isArchived),
        type && eq(locations.type, type),
        search === null ? undefined : contains(locations.name, search),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit + 1);
  return toPage(rows.map(toLocationRow), limit, cursorOf);
}

const WAYS: Readonly<Record<(typeof LOCATION_SORTS)[number], SortBy<LocationRow>>> = {
  name: { by: locations.name, valueOf: ({ name }) => name },
  type: rankOf(locations.type, LOCATION_TYPES, ({ type }) => type),
  // As a text of the query: the column itself cannot be empty, that of a place without a site is.
  site: { by: sql`${sites.name}`, valueOf: ({ siteName }) => siteName },
};
