import { and, asc, type CentralDb, gt, inArray } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { type DirectoryRow, fail, type ListDirectoryInput, type Page } from "@storehouse/domain";
import { toPage, unpackCursor } from "../cursor.ts";
import { toFactoryState } from "./factory-state.ts";
import { isDirectoryOpen } from "./open-settings.ts";

const SHOWN = ["READY", "SUSPENDED"];

/** The installation's factories by name, with their states and nothing else. Throws DIRECTORY_CLOSED where it does not show them. */
export async function listDirectory(
  central: CentralDb,
  { after, limit }: ListDirectoryInput,
): Promise<Page<DirectoryRow>> {
  if (!(await isDirectoryOpen(central))) return fail({ code: "DIRECTORY_CLOSED" });
  const [last] = unpackCursor(after, 1) ?? [];
  const { factoryName, state } = factories;
  const rows = await central
    .select({ factoryName, state })
    .from(factories)
    .where(and(inArray(state, SHOWN), last ? gt(factoryName, last) : undefined))
    .orderBy(asc(factoryName))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [row.factoryName]);
  return { ...page, rows: page.rows.map((row) => ({ ...row, state: toFactoryState(row.state) })) };
}
