import { z } from "zod";
import { Id, line, optionalLine, Version } from "../fields.ts";
import { PageInput, sorting } from "../page.ts";

/** What a place is for. Stock in transit, quarantine and scrap is counted but not free to use. */
export const LOCATION_TYPES = ["WAREHOUSE", "FACTORY_FLOOR", "STORE", "QUARANTINE", "TRANSIT", "SCRAP"] as const;
export type LocationType = (typeof LOCATION_TYPES)[number];

const fields = { name: line(100), type: z.enum(LOCATION_TYPES), siteId: Id.nullish().transform((id) => id ?? null) };

/** A place stock can be; `siteId` is the site it belongs to, one level up at the most. The client makes the id, so that sending it twice makes one. */
export const CreateLocationInput = z.strictObject({ id: Id, ...fields });
export type CreateLocationInput = z.infer<typeof CreateLocationInput>;

export const UpdateLocationInput = z.strictObject({ id: Id, version: Version, ...fields });
export type UpdateLocationInput = z.infer<typeof UpdateLocationInput>;

/** The columns places may be sorted by. */
export const LOCATION_SORTS = ["name", "type", "site"] as const;

export const ListLocationsInput = PageInput.extend({
  search: optionalLine(100),
  type: z.enum(LOCATION_TYPES).optional(),
  isArchived: z.boolean().default(false),
  ...sorting(LOCATION_SORTS),
}).strict();
export type ListLocationsInput = z.infer<typeof ListLocationsInput>;

export type LocationRow = Readonly<{
  id: string;
  name: string;
  type: LocationType;
  siteId: string | null;
  siteName: string | null;
  isArchived: boolean;
  version: number;
}>;

/** Archives a record, or takes it back: the same shape for every noun. */
export const ArchiveInput = z.strictObject({ id: Id, version: Version, isArchived: z.boolean() });
export type ArchiveInput = z.infer<typeof ArchiveInput>;

export const ByIdInput = z.strictObject({ id: Id });
export type ByIdInput = z.infer<typeof ByIdInput>;
