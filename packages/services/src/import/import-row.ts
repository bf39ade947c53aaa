import { eq, type TenantDb } from "@storehouse/db";
import { imports, users } from "@storehouse/db/tenant";
import { fail, type IMPORT_STATES, type ImportStatus } from "@storehouse/domain";
import type { Sheet } from "./read/shape-sheet.ts";

type State = (typeof IMPORT_STATES)[number];

/** What a finished import keeps: what people are told, and what undoing it needs. */
export type StoredResult = NonNullable<ImportStatus["result"]> & Readonly<{ madeProducts: readonly string[] }>;

/** After this long without a sign of life, a running import's process is gone, and nothing of it was written. */
const SILENT_MAX_MS = 30_000;

const COLUMNS = {
  id: imports.id,
  fileName: imports.fileName,
  state: imports.state,
  done: imports.done,
  total: imports.total,
  result: imports.result,
  error: imports.error,
  createdAt: imports.createdAt,
  updatedAt: imports.updatedAt,
  userName: users.name,
};

/** Imports with the people who made them, as `toStatus` takes them. */
export const selectImports = (db: TenantDb) =>
  db.select(COLUMNS).from(imports).innerJoin(users, eq(users.id, imports.userId));

export type ImportRow = Awaited<ReturnType<typeof selectImports>>[number];

/** An import as people see it. One that fell silent while running has failed. */
export function toStatus(row: ImportRow, now: Date): ImportStatus {
  const { id, fileName, done, total, createdAt, userName } = row;
  const state = stateOf(row, now);
  const result = state === "DONE" || state === "UNDONE" ? publicResult(row.result as StoredResult | null) : null;
  const error = isSilent(row, now)
    ? "The server stopped while importing. Nothing was written; start it again."
    : row.error;
  return { id, fileName, state, done, total, createdAt: createdAt.toISOString(), userName, result, error };
}

function publicResult(stored: StoredResult | null): ImportStatus["result"] {
  if (stored === null) return null;
  const { madeProducts: _, ...result } = stored;
  return result;
}

/** The state an import is in, a silent one's process taken for gone. */
export const stateOf = (row: Pick<ImportRow, "state" | "updatedAt">, now: Date): State =>
  isSilent(row, now) ? "FAILED" : (row.state as State);

const isSilent = ({ state, updatedAt }: Pick<ImportRow, "state" | "updatedAt">, now: Date): boolean =>
  state === "RUNNING" && now.getTime() - updatedAt.getTime() > SILENT_MAX_MS;

/** The moment before which a running import's last sign of life is too old. */
export const silentSince = (now: Date): Date => new Date(now.getTime() - SILENT_MAX_MS);

/** An import by its id. Throws NOT_FOUND. */
export async function getImport(db: TenantDb, id: string): Promise<ImportRow> {
  const [row] = await selectImports(db).where(eq(imports.id, id));
  return row ?? fail({ code: "NOT_FOUND", entity: "import", id });
}

/** The sheet of an import that can still be planned or made. Throws NOT_FOUND, WRONG_STATE. */
export async function getSheet(db: TenantDb, id: string, now: Date): Promise<{ fileName: string; sheet: Sheet }> {
  const row = await getImport(db, id);
  const state = stateOf(row, now);
  const [stored] = await db.select({ sheet: imports.sheet }).from(imports).where(eq(imports.id, id));
  if ((state !== "UPLOADED" && state !== "FAILED") || !stored?.sheet) {
    return fail({ code: "WRONG_STATE", entity: "import", id, state });
  }
  return { fileName: row.fileName, sheet: JSON.parse(stored.sheet) as Sheet };
}
