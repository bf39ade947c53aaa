import { and, inArray, lt } from "@storehouse/db";
import { imports } from "@storehouse/db/tenant";
import { fail, IMPORT_LIMITS, matchColumns, type UploadedSheet, type UploadImportInput } from "@storehouse/domain";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { canonicalJson } from "../record/same-content.ts";
import { getSheet } from "./import-row.ts";
import { readSheet } from "./read/read-sheet.ts";
import type { Sheet } from "./read/shape-sheet.ts";

const SAMPLE_ROWS = 20;
const ROWS_MATCHED = 200;
const KEPT_MS = 7 * 86_400_000;

/**
 * Reads a spreadsheet and keeps it for the steps that follow; nothing else changes. Sent again with its id, it is kept once.
 * Throws FILE_UNREADABLE and TOO_LARGE for a file that can't be one, whatever its name says, and KEY_REUSED for another file under its id.
 */
export async function uploadImport(ctx: TenantContext, input: UploadImportInput): Promise<UploadedSheet> {
  authorize(ctx, "products.import");
  const { id, fileName, content } = input;
  const sheet = await readSheet(content.kind === "text" ? content.text : bytesOf(content.base64));
  const now = ctx.now();
  const stamps = { createdAt: now, updatedAt: now };
  await dropForgotten(ctx);
  const row = { id, fileName, userId: personOf(ctx), state: "UPLOADED", total: sheet.rows.length, ...stamps };
  const keep = { ...row, sheet: JSON.stringify(sheet) };
  await atomically(ctx, ({ db }) => db.insert(imports).values(keep).onDuplicateKeyUpdate({ set: { id } }));
  const kept = await getSheet(ctx.db, id, now);
  if (kept.fileName !== fileName || canonicalJson(kept.sheet) !== canonicalJson(sheet))
    return fail({ code: "KEY_REUSED", clientId: id });
  return toUploaded(id, kept.fileName, kept.sheet);
}

function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, "base64");
  const limit = IMPORT_LIMITS.fileBytes;
  return bytes.length > limit ? fail({ code: "TOO_LARGE", what: "fileBytes", limit }) : bytes;
}

/** Sheets that were looked at and left take room: after a week they go. */
async function dropForgotten(ctx: TenantContext): Promise<void> {
  const before = new Date(ctx.now().getTime() - KEPT_MS);
  const isForgotten = and(inArray(imports.state, ["UPLOADED", "FAILED"]), lt(imports.createdAt, before));
  await atomically(ctx, ({ db }) => db.delete(imports).where(isForgotten));
}

const toUploaded = (id: string, fileName: string, { header, rows }: Sheet): UploadedSheet => ({
  id,
  fileName,
  header,
  sample: rows.slice(0, SAMPLE_ROWS),
  rowCount: rows.length,
  columns: matchColumns(header, rows.slice(0, ROWS_MATCHED)),
});
