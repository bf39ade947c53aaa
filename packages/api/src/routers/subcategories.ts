import {
  ArchiveInput,
  ByIdInput,
  CreateSubcategoryInput,
  ListSubcategoriesInput,
  UpdateSubcategoryInput,
} from "@storehouse/domain";
import {
  archiveSubcategory,
  createSubcategory,
  getSubcategory,
  listSubcategories,
  updateSubcategory,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Named groups under a category. */
export const subcategoriesRouter = router({
  /** Subcategories by category and name, a page at a time. */
  list: tenantProcedure("subcategories.read")
    .input(ListSubcategoriesInput)
    .query(({ ctx, input }) => listSubcategories(ctx.tenant, input)),
  /** One subcategory, archived or not. Throws NOT_FOUND. */
  get: tenantProcedure("subcategories.read")
    .input(ByIdInput)
    .query(({ ctx, input }) => getSubcategory(ctx.tenant, input)),
  /** Adds a subcategory under the id the client made. Throws TAKEN, KEY_REUSED. */
  create: tenantProcedure("subcategories.create")
    .input(CreateSubcategoryInput)
    .mutation(({ ctx, input }) => createSubcategory(ctx.tenant, input)),
  /** Changes a subcategory from the version named. Throws STALE, TAKEN, IN_USE, NOT_FOUND. */
  update: tenantProcedure("subcategories.update")
    .input(UpdateSubcategoryInput)
    .mutation(({ ctx, input }) => updateSubcategory(ctx.tenant, input)),
  /** Archives a subcategory or takes it back. Throws STALE, NOT_FOUND. */
  archive: tenantProcedure("subcategories.archive")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveSubcategory(ctx.tenant, input)),
});
