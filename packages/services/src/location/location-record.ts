import { eq, type ReadDb } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import type { CreateLocationInput } from "@storehouse/domain";
import type { RecordKind } from "../record/record-kind.ts";
import { recordWrites } from "../record/record-writes.ts";

export type LocationContent = Omit<CreateLocationInput, "id">;

/** Locations, as the shared verbs see them. */
export const locationRecord: RecordKind<LocationContent> = {
  entity: "location",
  actions: { update: "locations.update", archive: "locations.archive" },
  uniques: { locations_name_uq: "name" },
  find: findLocation,
  ...recordWrites(locations),
};

async function findLocation(db: ReadDb, id: string) {
  const [row] = await db
    .select({
      version: locations.version,
      archivedAt: locations.archivedAt,
      content: { name: locations.name, type: locations.type, siteId: locations.siteId },
    })
    .from(locations)
    .where(eq(locations.id, id));
  return row && { id, version: row.version, isArchived: row.archivedAt !== null, content: row.content };
}
