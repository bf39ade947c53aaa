import {
  ArchiveInput,
  ByIdInput,
  CreateSupplierInput,
  ListSuppliersInput,
  UpdateSupplierInput,
} from "@storehouse/domain";
import { archiveSupplier, createSupplier, getSupplier, listSuppliers, updateSupplier } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Who goods are bought from. */
export const suppliersRouter = router({
  /** Suppliers by name, a page at a time. */
  list: tenantProcedure("suppliers.read")
    .input(ListSuppliersInput)
    .query(({ ctx, input }) => listSuppliers(ctx.tenant, input)),
  /** One supplier, archived or not. Throws NOT_FOUND. */
  get: tenantProcedure("suppliers.read")
    .input(ByIdInput)
    .query(({ ctx, input }) => getSupplier(ctx.tenant, input)),
  /** Adds a supplier under the id the client made. Throws TAKEN, KEY_REUSED. */
  create: tenantProcedure("suppliers.create")
    .input(CreateSupplierInput)
    .mutation(({ ctx, input }) => createSupplier(ctx.tenant, input)),
  /** Changes a supplier from the version named. Throws STALE, TAKEN, NOT_FOUND. */
  update: tenantProcedure("suppliers.update")
    .input(UpdateSupplierInput)
    .mutation(({ ctx, input }) => updateSupplier(ctx.tenant, input)),
  /** Archives a supplier or takes it back. Throws STALE, NOT_FOUND. */
  archive: tenantProcedure("suppliers.archive")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveSupplier(ctx.tenant, input)),
});
