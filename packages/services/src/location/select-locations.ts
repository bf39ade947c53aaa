import { alias, eq, type TenantDb } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import type { LocationRow } from "@storehouse/domain";

/** The places that others stand in. */
export const sites = alias(locations, "sites");

/** The query behind every reading of locations: each with the name of its site. */
export const selectLocations = (db: TenantDb) =>
  db
    .select({
      id: locations.id,
      name: locations.name,
      type: locations.type,
      siteId: locations.siteId,
      siteName: sites.name,
      archivedAt: locations.archivedAt,
      version: locations.version,
    })
    .from(locations)
    .leftJoin(sites, eq(sites.id, locations.siteId));

type Selected = Omit<LocationRow, "isArchived"> & Readonly<{ archivedAt: Date | null }>;

/** A selected location as screens show it. */
export const toLocationRow = ({ archivedAt, ...row }: Selected): LocationRow => ({
  ...row,
  isArchived: archivedAt !== null,
});
