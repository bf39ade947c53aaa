import { count } from "@storehouse/db";
import {
  auditLog,
  inventoryEntries,
  locations,
  postings,
  products,
  stockLevels,
  variants,
} from "@storehouse/db/tenant";
import { type ImportPlan, ImportPlan as ImportPlanShape, type ImportStatus } from "@storehouse/domain";
import { setTimeout as sleep } from "node:timers/promises";
import type { TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";
import { verifyLedger } from "../inventory/verify-ledger.ts";
import { commitImport } from "./commit-import.ts";
import { getImportStatus } from "./import-status.ts";
import { uploadImport } from "./upload-import.ts";

/** Two products with stock at one place. */
export const SMALL =
  "Code,Name,Unit,Quantity,Cost,Location\nA-1,Fan,pcs,10,100,Main store\nA-2,Blade,pcs,5,20,Main store\n";

/** Nobody closes a database under a test. */
export const outlive = (work: Promise<void>): void => void work;

/** Uploads text or a file and plans it with the columns it seems to have. */
export async function upload(ctx: TenantContext, content: string | Uint8Array): Promise<ImportPlan> {
  const id = newId();
  const wanted =
    typeof content === "string"
      ? { kind: "text" as const, text: content }
      : { kind: "file" as const, base64: Buffer.from(content).toString("base64") };
  const sheet = await uploadImport(ctx, { id, fileName: "stock.csv", content: wanted });
  return ImportPlanShape.parse({ id, columns: sheet.columns, makeMissing: true });
}

/** Where an import stands once it no longer runs. */
export async function ended(ctx: TenantContext, id: string): Promise<ImportStatus> {
  for (;;) {
    const status = await getImportStatus(ctx, { id });
    if (status.state !== "RUNNING") return status;
    await sleep(50);
  }
}

/** Uploads and imports, and waits for the end. */
export async function importAll(ctx: TenantContext, content: string | Uint8Array): Promise<ImportStatus> {
  const plan = await upload(ctx, content);
  await commitImport(ctx, outlive, plan);
  return ended(ctx, plan.id);
}

const TABLES = { products, variants, locations, postings, inventoryEntries, stockLevels, auditLog };
/** How many rows an import could have touched there are. */
export async function sizes({ db }: Pick<TenantContext, "db">): Promise<Record<string, number>> {
  const pairs = Object.entries(TABLES).map(async ([name, table]) => {
    const [row] = await db.select({ size: count() }).from(table);
    return [name, row?.size ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** True when the ledger ties. */
export const proven = async (ctx: TenantContext): Promise<boolean> => (await verifyLedger(ctx, {})).isProven;
