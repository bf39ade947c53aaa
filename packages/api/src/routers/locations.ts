import {
  ArchiveInput,
  ByIdInput,
  CreateLocationInput,
  ListLocationsInput,
  UpdateLocationInput,
} from "@storehouse/domain";
import { archiveLocation, createLocation, getLocation, listLocations, updateLocation } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Places stock can be. */
export const locationsRouter = router({
  /** Places by name, a page at a time. */
  list: tenantProcedure("locations.read")
    .input(ListLocationsInput)
    .query(({ ctx, input }) => listLocations(ctx.tenant, input)),
  /** One location, archived or not. Throws NOT_FOUND. */
  get: tenantProcedure("locations.read")
    .input(ByIdInput)
    .query(({ ctx, input }) => getLocation(ctx.tenant, input)),
  /** Adds a place under the id the client made. Throws TAKEN, KEY_REUSED, NOT_FOUND, ARCHIVED, INVALID. */
  create: tenantProcedure("locations.create")
    .input(CreateLocationInput)
    .mutation(({ ctx, input }) => createLocation(ctx.tenant, input)),
  /** Changes a place from the version named. Throws STALE, TAKEN, NOT_FOUND, ARCHIVED, INVALID. */
  update: tenantProcedure("locations.update")
    .input(UpdateLocationInput)
    .mutation(({ ctx, input }) => updateLocation(ctx.tenant, input)),
  /** Archives a place or takes it back. Throws IN_USE while anything is there, STALE, NOT_FOUND. */
  archive: tenantProcedure("locations.archive")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveLocation(ctx.tenant, input)),
});
