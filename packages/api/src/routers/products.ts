import {
  AddVariantInput,
  ArchiveInput,
  ByIdInput,
  CreateProductInput,
  ExportProductsInput,
  FindByCodeInput,
  FindVariantsInput,
  ListLabelsInput,
  ListProductsInput,
  PatchProductInput,
  PatchVariantInput,
  UpdateProductInput,
  UpdateVariantInput,
} from "@storehouse/domain";
import {
  addVariant,
  archiveProduct,
  archiveVariant,
  createProduct,
  exportProducts,
  findByCode,
  findVariants,
  getProduct,
  listLabels,
  listProducts,
  patchProduct,
  patchVariant,
  updateProduct,
  updateVariant,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What is kept, and its variants. */
export const productsRouter = router({
  /** Products searched, filtered and sorted, a page at a time, each with what is left of it and what that cost. */
  list: tenantProcedure("products.read")
    .input(ListProductsInput)
    .query(({ ctx, input }) => listProducts(ctx.tenant, input)),
  /** One product with its units and variants, archived or not. Throws NOT_FOUND. */
  get: tenantProcedure("products.read")
    .input(ByIdInput)
    .query(({ ctx, input }) => getProduct(ctx.tenant, input)),
  /** What can be booked under a code, sku, barcode or name, exact ones first. */
  find: tenantProcedure("products.read")
    .input(FindVariantsInput)
    .query(({ ctx, input }) => findVariants(ctx.tenant, input)),
  /** What a scanned code stands for: its whole barcode, sku or product code. */
  findByCode: tenantProcedure("products.read")
    .input(FindByCodeInput)
    .query(({ ctx, input }) => findByCode(ctx.tenant, input)),
  /** What stands on the labels of some variants. */
  labels: tenantProcedure("products.read")
    .input(ListLabelsInput)
    .query(({ ctx, input }) => listLabels(ctx.tenant, input)),
  /** Adds a product with its hidden variant. Throws TAKEN, KEY_REUSED, NOT_FOUND, ARCHIVED, INVALID. */
  create: tenantProcedure("products.create")
    .input(CreateProductInput)
    .mutation(({ ctx, input }) => createProduct(ctx.tenant, input)),
  /** Changes a product's own fields from the version named. Throws STALE, TAKEN, IN_USE, NOT_FOUND, ARCHIVED, INVALID. */
  update: tenantProcedure("products.update")
    .input(UpdateProductInput)
    .mutation(({ ctx, input }) => updateProduct(ctx.tenant, input)),
  /** Changes some of a product's fields from the version named. Throws STALE, TAKEN, NOT_FOUND. */
  patch: tenantProcedure("products.update")
    .input(PatchProductInput)
    .mutation(({ ctx, input }) => patchProduct(ctx.tenant, input)),
  /** Archives a product or takes it back. Throws IN_USE while any of it is left, STALE, NOT_FOUND. */
  archive: tenantProcedure("products.archive")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveProduct(ctx.tenant, input)),
  /** Adds a variant. Throws TAKEN, KEY_REUSED, LIMIT_REACHED, NOT_FOUND, ARCHIVED. */
  addVariant: tenantProcedure("products.update")
    .input(AddVariantInput)
    .mutation(({ ctx, input }) => addVariant(ctx.tenant, input)),
  /** Changes a variant from the version named. Throws STALE, TAKEN, NOT_FOUND, INVALID. */
  updateVariant: tenantProcedure("products.update")
    .input(UpdateVariantInput)
    .mutation(({ ctx, input }) => updateVariant(ctx.tenant, input)),
  /** Gives a variant another minimum from the version named. Throws STALE, NOT_FOUND. */
  patchVariant: tenantProcedure("products.update")
    .input(PatchVariantInput)
    .mutation(({ ctx, input }) => patchVariant(ctx.tenant, input)),
  /** Archives a variant or takes it back. Throws IN_USE while any of it is left or when it is the last, STALE, NOT_FOUND, ARCHIVED. */
  archiveVariant: tenantProcedure("products.update")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveVariant(ctx.tenant, input)),
  /** The product list with its stock as a file that the import reads back without a change. Throws BUSY. */
  export: tenantProcedure("products.export")
    .input(ExportProductsInput)
    .query(({ ctx, input }) => exportProducts(ctx.tenant, input)),
});
