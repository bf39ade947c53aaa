import { z } from "zod";
import { Id, line } from "../fields.ts";
import type { ImportProblemCode } from "./problem.ts";

/** Limits of a spreadsheet: the file as sent, what it may unfold to, and its rows and columns. */
export const IMPORT_LIMITS = {
  fileBytes: 5_000_000,
  unfoldedBytes: 60_000_000,
  rows: 10_000,
  columns: 60,
  cellCharacters: 4_000,
} as const;

/** What a column of the sheet can stand for. */
export const IMPORT_FIELDS = [
  "code",
  "name",
  "description",
  "category",
  "subcategory",
  "sourceType",
  "unit",
  "packUnit",
  "packSize",
  "barcode",
  "minimumStock",
  "price",
  "cost",
  "supplier",
  "location",
  "quantity",
  "sku",
  "variantName",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Uploads a CSV or XLSX file (base64), or pasted text; the server reads it and keeps it for the steps that follow. */
export const UploadImportInput = z.strictObject({
  id: Id,
  fileName: line(200),
  content: z.union([
    z.strictObject({
      kind: z.literal("file"),
      base64: z
        .string()
        .max(Math.ceil((IMPORT_LIMITS.fileBytes * 4) / 3) + 4, "TOO_LARGE")
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, "BASE64_EXPECTED"),
    }),
    z.strictObject({ kind: z.literal("text"), text: z.string().max(IMPORT_LIMITS.fileBytes, "TOO_LARGE") }),
  ]),
});
export type UploadImportInput = z.infer<typeof UploadImportInput>;

/** Which field each column stands for (by position), cells corrected by hand, and what may be made on the way. */
export const ImportPlan = z.strictObject({
  id: Id,
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(IMPORT_LIMITS.columns),
  corrections: z
    .array(
      z.strictObject({
        row: z.number().int().min(0).max(IMPORT_LIMITS.rows),
        column: z.number().int().min(0).max(IMPORT_LIMITS.columns),
        text: z.string().max(IMPORT_LIMITS.cellCharacters),
      }),
    )
    .max(2_000)
    .default([]),
  skippedRows: z.array(z.number().int().min(0).max(IMPORT_LIMITS.rows)).max(IMPORT_LIMITS.rows).default([]),
  makeMissing: z.boolean().default(false),
  updateExisting: z.boolean().default(true),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** A sheet as it was read: its header, its first rows, and the fields the columns seem to stand for. */
export type UploadedSheet = Readonly<{
  id: string;
  fileName: string;
  header: readonly string[];
  sample: readonly (readonly string[])[];
  rowCount: number;
  columns: readonly (ImportField | null)[];
}>;

/** One problem at one cell; `row` counts data rows from 0, `rowNumber` is the one the file shows. `field` null: the row as a whole. `what` is the text of the cell, or what it met. `isWarning` does not stop the import. */
export type ImportProblem = Readonly<{
  row: number;
  rowNumber: number;
  column: number | null;
  field: ImportField | null;
  code: ImportProblemCode;
  what: string;
  isWarning: boolean;
}>;

/**
 * What an import would do: nothing is changed by asking. Of a long sheet `rows` holds those with problems and the first of the others,
 * and `problems` the first; `rowCount` and `problemCount` count all, the latter without warnings.
 */
export type ImportPreview = Readonly<{
  id: string;
  rowCount: number;
  problems: readonly ImportProblem[];
  problemCount: number;
  creates: number;
  updates: number;
  unchanged: number;
  entries: number;
  openingValue: string;
  missing: Readonly<{
    locations: readonly string[];
    subcategories: readonly string[];
    suppliers: readonly string[];
    units: readonly string[];
  }>;
  rows: readonly Readonly<{
    row: number;
    /** The row's number in the file, from 1. */
    number: number;
    cells: readonly string[];
    action: "create" | "update" | "unchanged" | "problem" | "skip";
  }>[];
}>;

export const IMPORT_STATES = ["UPLOADED", "RUNNING", "DONE", "FAILED", "UNDONE"] as const;

/** Where an import stands. `done` of `total` rows are written; they count only once the state is DONE. */
export type ImportStatus = Readonly<{
  id: string;
  fileName: string;
  state: (typeof IMPORT_STATES)[number];
  done: number;
  total: number;
  createdAt: string;
  userName: string;
  result: Readonly<{
    created: number;
    updated: number;
    unchanged: number;
    entries: number;
    postingId: string | null;
  }> | null;
  error: string | null;
}>;

export const ImportByIdInput = z.strictObject({ id: Id });
export type ImportByIdInput = z.infer<typeof ImportByIdInput>;
/** Takes an import back. `clientId` is the id of the reversal, chosen by the client. */
export const UndoImportInput = z.strictObject({ id: Id, clientId: Id });
export type UndoImportInput = z.infer<typeof UndoImportInput>;
export const ExportProductsInput = z.strictObject({ format: z.enum(["csv", "xlsx"]) });
export type ExportProductsInput = z.infer<typeof ExportProductsInput>;
/** A file for the browser to save: base64 of its bytes. */
export type ExportedFile = Readonly<{ fileName: string; mediaType: string; base64: string }>;
