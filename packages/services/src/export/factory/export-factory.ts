import { snapshot, type TableFacts, type TenantDb } from "@storehouse/db";
import { recordAudit } from "../../audit.ts";
import { authorizeCopy } from "../../compare/authorize-copy.ts";
import { atomically, type TenantContext } from "../../context.ts";
import { newId } from "../../new-id.ts";
import { exportedTables } from "./exported-tables.ts";
import { ledgerReport } from "./ledger-report.ts";
import { readTable } from "./read-table.ts";
import { csvHead, csvLines, insertText } from "./table-text.ts";
import { type FileSum, type TextFile, zipFiles } from "./zip-files.ts";

/** An archive on its way out. */
export type FactoryExport = Readonly<{ fileName: string; write: (send: Send) => Promise<void> }>;
type Send = (chunk: Uint8Array) => Promise<void>;

/**
 * Everything the factory owns, as of one moment, in a zip archive: each table as a CSV and as SQL, the proof of the ledger, and a list of checksums.
 * What opens doors is left out. It is written as it is read, and never held whole. Throws NOT_ALLOWED; the audit log says who took it.
 */
export async function exportFactory(ctx: TenantContext): Promise<FactoryExport> {
  authorizeCopy(ctx, "backups.export");
  await atomically(ctx, (tx) =>
    recordAudit(tx, { action: "backups.export", entity: "backup", entityId: newId(), after: { what: "everything" } }),
  );
  const at = ctx.now();
  return {
    fileName: `storehouse-${at.toISOString().slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-")}.zip`,
    write: (send) =>
      snapshot(ctx.db, async (db) => {
        for await (const chunk of zipFiles(filesOf(db, at), checksums, at)) await send(chunk);
      }),
  };
}

async function* filesOf(db: TenantDb, at: Date): AsyncGenerator<TextFile> {
  yield { name: "README.txt", pieces: [README] };
  // Before the tables, and in the same snapshot: it speaks of exactly what they hold.
  yield { name: "ledger-proof.txt", pieces: [await ledgerReport(db, at)] };
  for (const table of exportedTables()) {
    yield { name: `csv/${table.name}.csv`, pieces: csvOf(db, table) };
    yield { name: `sql/${table.name}.sql`, pieces: sqlOf(db, table) };
  }
}

async function* csvOf(db: TenantDb, table: TableFacts): AsyncGenerator<string> {
  yield csvHead(table);
  for await (const rows of readTable(db, table)) yield csvLines(table, rows);
}

async function* sqlOf(db: TenantDb, table: TableFacts): AsyncGenerator<string> {
  yield "SET foreign_key_checks = 0;\nSET time_zone = '+00:00';\n";
  for await (const rows of readTable(db, table)) yield insertText(table, rows);
}

const checksums = (sums: readonly FileSum[]): TextFile => ({
  name: "checksums.txt",
  pieces: sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`),
});

const README = [
  "Everything this factory owns, as of one moment.",
  "",
  "csv/            each table as a CSV in UTF-8, for spreadsheet programs; an apostrophe stands before what would start a formula",
  "sql/            the same as SQL, for a MySQL or MariaDB database that has the tables",
  "ledger-proof.txt  that what is on hand is the sum of all entries, with the figures",
  "checksums.txt   SHA-256 of each file: sha256sum --check checksums.txt",
  "",
  "Passwords, second steps, sessions, sign-in links, keys and secrets of programs are left out.",
  "Moments are in UTC.",
  "",
].join("\r\n");
