import { and, asc, contains, eq } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import type { ListLocationsInput, LocationRow, Page } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { archivedIs, comesAfter } from "../record/keyset.ts";
import { selectLocations, toLocationRow } from "./select-locations.ts";

/** Lists the places the actor may see by name. */
export async function listLocations(ctx: TenantContext, input: ListLocationsInput): Promise<Page<LocationRow>> {
  authorize(ctx, "locations.read");
  const { search, type, isArchived, after, limit } = input;
  const cursor = unpackCursor(after, 1);
  const rows = await selectLocations(ctx.db)
    .where(
      and(
        inPlaces(ctx, locations.id),
        archivedIs(locations.archivedAt, isArchived),
        type && eq(locations.type, type),
        search === null ? undefined : contains(locations.name, search),
        cursor && comesAfter([[locations.name, cursor[0]]]),
      ),
    )
    .orderBy(asc(locations.name))
    .limit(limit + 1);
  return toPage(rows.map(toLocationRow), limit, (row) => [row.name]);
}
