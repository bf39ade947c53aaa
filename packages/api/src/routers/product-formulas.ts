import {
  ArchiveInput,
  ByIdInput,
  CanMakeInput,
  CreateFormulaInput,
  FormulaTreeInput,
  FormulaVersionInput,
  ListFormulasInput,
  UpdateFormulaInput,
  UpdateMakeRuleInput,
  WhereUsedInput,
} from "@storehouse/domain";
import {
  activateVersion,
  archiveFormula,
  canMake,
  createFormula,
  getFormula,
  getMakeRule,
  getTree,
  listFormulas,
  listWhereUsed,
  retireVersion,
  updateFormula,
  updateMakeRule,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** What products are made of. */
export const productFormulasRouter = router({
  /** Formulas by the code of what they make, a page at a time, each with its cost over all levels. */
  list: tenantProcedure("productFormulas.read")
    .input(ListFormulasInput)
    .query(({ ctx, input }) => listFormulas(ctx.tenant, input)),
  /** One formula with its versions, archived or not. Throws NOT_FOUND. */
  get: tenantProcedure("productFormulas.read")
    .input(ByIdInput)
    .query(({ ctx, input }) => getFormula(ctx.tenant, input)),
  /** Adds the formula of a variant. Throws TAKEN, KEY_REUSED, NOT_FOUND, ARCHIVED, INVALID, FORMULA_CYCLE. */
  create: tenantProcedure("productFormulas.create")
    .input(CreateFormulaInput)
    .mutation(({ ctx, input }) => createFormula(ctx.tenant, input)),
  /** Saves the next version of a formula. Throws STALE, KEY_REUSED, NOT_FOUND, ARCHIVED, INVALID, FORMULA_CYCLE. */
  update: tenantProcedure("productFormulas.update")
    .input(UpdateFormulaInput)
    .mutation(({ ctx, input }) => updateFormula(ctx.tenant, input)),
  /** Puts a version in use. Throws STALE, NOT_FOUND, ARCHIVED, FORMULA_CYCLE. */
  activate: tenantProcedure("productFormulas.update")
    .input(FormulaVersionInput)
    .mutation(({ ctx, input }) => activateVersion(ctx.tenant, input)),
  /** Takes a version out of use. Throws STALE, NOT_FOUND. */
  retire: tenantProcedure("productFormulas.update")
    .input(FormulaVersionInput)
    .mutation(({ ctx, input }) => retireVersion(ctx.tenant, input)),
  /** Archives a formula or takes it back. Throws STALE, NOT_FOUND, ARCHIVED, FORMULA_CYCLE. */
  archive: tenantProcedure("productFormulas.archive")
    .input(ArchiveInput)
    .mutation(({ ctx, input }) => archiveFormula(ctx.tenant, input)),
  /** The formulas in use that a variant is a component of, a page at a time. */
  whereUsed: tenantProcedure("productFormulas.read")
    .input(WhereUsedInput)
    .query(({ ctx, input }) => listWhereUsed(ctx.tenant, input)),
  /** All that goes into so much of a variant, over all levels, with its cost. Throws NOT_FOUND, TOO_LARGE. */
  tree: tenantProcedure("productFormulas.read")
    .input(FormulaTreeInput)
    .query(({ ctx, input }) => getTree(ctx.tenant, input)),
  /** What making so much takes, what there is, and the most that can be made now. Throws NOT_FOUND. */
  canMake: tenantProcedure("productFormulas.read")
    .input(CanMakeInput)
    .query(({ ctx, input }) => canMake(ctx.tenant, input)),
  /** Where makings take their components from. */
  makeRule: tenantProcedure("productFormulas.read").query(({ ctx }) => getMakeRule(ctx.tenant)),
  /** Sets where makings take their components from. */
  updateMakeRule: tenantProcedure("productFormulas.update")
    .input(UpdateMakeRuleInput)
    .mutation(({ ctx, input }) => updateMakeRule(ctx.tenant, input)),
});
