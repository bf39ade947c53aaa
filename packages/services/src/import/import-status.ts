import { and, desc, eq, lt, or } from "@storehouse/db";
import { imports } from "@storehouse/db/tenant";
import type { ImportByIdInput, ImportStatus, Page, PageInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { getImport, selectImports, toStatus } from "./import-row.ts";

/** Where an import stands. Throws NOT_FOUND. */
export async function getImportStatus(ctx: TenantContext, { id }: ImportByIdInput): Promise<ImportStatus> {
  authorize(ctx, "products.import");
  return toStatus(await getImport(ctx.db, id), ctx.now());
}

/** The imports of this factory, latest first. */
export async function listImports(ctx: TenantContext, { after, limit }: PageInput): Promise<Page<ImportStatus>> {
  authorize(ctx, "products.import");
  const [at, id] = unpackCursor(after, 2) ?? [];
  const isAfter = at && id ? pastOf(new Date(at), id) : undefined;
  const rows = await selectImports(ctx.db)
    .where(isAfter)
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit + 1);
  const now = ctx.now();
  return toPage(
    rows.map((row) => toStatus(row, now)),
    limit,
    (row) => [row.createdAt, row.id],
  );
}

const pastOf = (at: Date, id: string) =>
  or(lt(imports.createdAt, at), and(eq(imports.createdAt, at), lt(imports.id, id)));
