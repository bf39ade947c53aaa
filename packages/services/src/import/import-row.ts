import { eq, type TenantDb } from "@storehouse/db";
import { imports, users } from "@storehouse/db/tenant";
import { fail, type IMPORT_STATES, type ImportStatus } from "@storehouse/domain";
import type { Sheet } from "./read/shape-sheet.ts";

type State = (typeof IMPORT_STATES)[number];

/** What a finished import keeps for people. */
export type StoredResult = NonNullable<ImportStatus["result"]>;

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
  const result = state === "DONE" || state === "UNDONE" ? (row.result as StoredResult | null) : null;
  const error = isSilent(row, now)
    ? "The server stopped while importing. Nothing was written; start it again."
    : row.error;
  return { id, fileName, state, done, total, createdAt: createdAt.toISOString(), userName, result, error };
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

type Waiting = Readonly<{ fileName: string; sheet: Sheet }>;

/** The sheet of an import that can still be planned or made, or the state it is in instead. Throws NOT_FOUND. */
export async function findSheet(db: TenantDb, id: string, now: Date): Promise<Waiting | { state: State }> {
  const { state: stored, updatedAt, fileName, sheet } = imports;
  const [row] = await db.select({ state: stored, updatedAt, fileName, sheet }).from(imports).where(eq(imports.id, id));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "import", id });
  const state = stateOf(row, now);
  if ((state !== "UPLOADED" && state !== "FAILED") || row.sheet === null) return { state };
  return { fileName: row.fileName, sheet: JSON.parse(row.sheet) as Sheet };
}

/** The sheet of an import that can still be planned. Throws NOT_FOUND, WRONG_STATE. */
export async function getSheet(db: TenantDb, id: string, now: Date): Promise<Waiting> {
  const found = await findSheet(db, id, now);
  return "sheet" in found ? found : fail({ code: "WRONG_STATE", entity: "import", id, state: found.state });
}
