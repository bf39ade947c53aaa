import { ImportByIdInput, ImportPlan, PageInput, UndoImportInput, UploadImportInput } from "@storehouse/domain";
import {
  commitImport,
  getImportStatus,
  listImports,
  previewImport,
  undoImport,
  uploadImport,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

const mayImport = tenantProcedure("products.import");

/** Spreadsheets of products with opening stock: read, planned, made, taken back. */
export const importsRouter = router({
  /** Reads a file or pasted text and keeps it. Throws FILE_UNREADABLE, TOO_LARGE, BUSY. */
  upload: mayImport.input(UploadImportInput).mutation(({ ctx, input }) => uploadImport(ctx.tenant, input)),
  /** What the import would do, every problem at its cell; changes nothing. Throws NOT_FOUND, WRONG_STATE. */
  preview: mayImport.input(ImportPlan).mutation(({ ctx, input }) => previewImport(ctx.tenant, input)),
  /** Starts the import and answers at once; `status` tells the rest. Throws NOT_FOUND, WRONG_STATE, IMPORT_HAS_PROBLEMS. */
  commit: mayImport.input(ImportPlan).mutation(({ ctx, input }) => commitImport(ctx.tenant, ctx.outlive, input)),
  /** Where an import stands. Throws NOT_FOUND. */
  status: mayImport.input(ImportByIdInput).query(({ ctx, input }) => getImportStatus(ctx.tenant, input)),
  /** The factory's imports, latest first. */
  list: mayImport.input(PageInput.strict()).query(({ ctx, input }) => listImports(ctx.tenant, input)),
  /** Takes an import back whole. Throws NOT_FOUND, WRONG_STATE, IN_USE, STALE, INSUFFICIENT_STOCK. */
  undo: mayImport.input(UndoImportInput).mutation(({ ctx, input }) => undoImport(ctx.tenant, input)),
});
