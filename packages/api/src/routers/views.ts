import {
  ArchiveInput,
  CreateViewInput,
  ListViewsInput,
  SetDefaultViewInput,
  UpdateViewInput,
} from "@storehouse/domain";
import { archiveView, createView, listViews, setDefaultView, updateView } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Lists as people want to find them again. */
export const viewsRouter = router({
  /** The caller's own views of a list and those that are shared, by name, a page at a time. */
  list: tenantProcedure("views.keep")
    .input(ListViewsInput)
    .query(({ ctx, input }) => listViews(ctx.tenant, input)),
  /** Keeps a view under the id the client made; a shared one takes the permission to share. Throws TAKEN, KEY_REUSED, NOT_ALLOWED. */
  create: tenantProcedure("views.keep")
    .input(CreateViewInput)
    .mutation(({ ctx, input }) => createView(ctx.tenant, input)),
  /** Changes a view from the version named. Throws STALE, TAKEN, NOT_FOUND, NOT_ALLOWED. */
  update: tenantProcedure("views.keep")
    .input(UpdateViewInput)
    .mutation(({ ctx, input }) => updateView(ctx.tenant, input)),
  /** Removes a view or takes it back. Throws STALE, TAKEN, NOT_FOUND, NOT_ALLOWED. */
  archive: tenantProcedure("views.keep")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveView(ctx.tenant, input)),
  /** Says which view the caller's list opens with, or none. Throws NOT_FOUND. */
  setDefault: tenantProcedure("views.keep")
    .input(SetDefaultViewInput)
    .mutation(({ ctx, input }) => setDefaultView(ctx.tenant, input)),
});
