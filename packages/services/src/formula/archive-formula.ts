import { eq, type ReadDb, type TenantDb } from "@storehouse/db";
import { formulaVersions, productFormulas } from "@storehouse/db/tenant";
import type { ArchiveInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { archiveRecord } from "../record/archive-record.ts";
import type { RecordKind } from "../record/record-kind.ts";
import { recordWrites } from "../record/record-writes.ts";
import { checkFormula } from "./check-formula.ts";
import { lockFormula, lockGraph } from "./lock-formula.ts";

/** Archives a formula, so that nothing is made by it, or takes it back, if its version in use is still fit for it. Throws STALE, NOT_FOUND. */
export function archiveFormula(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "productFormulas.archive");
  return archiveRecord(ctx, formulaRecord, input, {
    check: async (tx, { id }, { isArchived }) => {
      const { variantId } = await lockFormula(tx.db, id);
      await lockGraph(tx.db);
      const [inUse] = isArchived ? [] : await selectVersionInUse(tx.db, id);
      if (inUse !== undefined) await checkFormula(tx, { variantId, ...inUse });
    },
  });
}

type Content = Readonly<{ variantId: string }>;

/** Formulas, as far as they are archived. */
export const formulaRecord: RecordKind<Content> = {
  entity: "formula",
  actions: { update: "productFormulas.update", archive: "productFormulas.archive" },
  uniques: {},
  find: findFormula,
  ...recordWrites(productFormulas),
};

async function findFormula(db: ReadDb, id: string) {
  const [row] = await db
    .select({
      version: productFormulas.version,
      archivedAt: productFormulas.archivedAt,
      variantId: productFormulas.variantId,
    })
    .from(productFormulas)
    .where(eq(productFormulas.id, id));
  return (
    row && {
      id,
      version: row.version,
      isArchived: row.archivedAt !== null,
      content: { variantId: row.variantId },
    }
  );
}

const selectVersionInUse = (db: TenantDb, formulaId: string) =>
  db
    .select({ outputQuantity: formulaVersions.outputQuantity, components: formulaVersions.components })
    .from(formulaVersions)
    .where(eq(formulaVersions.activeOf, formulaId));
