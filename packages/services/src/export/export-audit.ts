import {
  AUDIT_EXPORT_MAX,
  type AuditRow,
  type ExportAuditInput,
  type ExportedFile,
  fail,
  guardCell,
} from "@storehouse/domain";
import { planAuditPage, selectAuditLines } from "../audit/audit-page.ts";
import { toAuditRows } from "../audit/to-audit-rows.ts";
import { authorize, type TenantContext } from "../context.ts";
import { readOwnLanguage } from "../language/read-own-language.ts";
import { type Say, sayIn } from "../language/translation.ts";
import { changeOf } from "./audit-change.ts";
import { encodeCsv } from "./encode-csv.ts";

const PAGE = 1000;
const TITLES = [
  "file.timeUtc",
  "file.person",
  "file.action",
  "file.kindOfRecord",
  "file.record",
  "file.reference",
  "file.change",
  "file.reason",
  "file.question",
  "file.notes",
  "file.device",
  "file.address",
] as const;

/**
 * The lines of the audit log that the filters name, as a CSV whose cells no spreadsheet takes for formulas: everybody's for holders of
 * `auditLogs.read`, else one's own; under headings in the actor's language. Throws NOT_ALLOWED, TOO_LARGE for more lines than a file holds.
 */
export async function exportAudit(ctx: TenantContext, input: ExportAuditInput): Promise<ExportedFile> {
  authorize(ctx, "auditLogs.readOwn");
  const say = sayIn(await readOwnLanguage(ctx));
  const page = await planAuditPage(ctx, { ...input, limit: PAGE });
  const cells: string[][] = [];
  let after = page.after;
  do {
    const lines = (await selectAuditLines(ctx.db, { ...page, after })).slice(0, PAGE);
    cells.push(...(await toAuditRows(ctx, lines)).map((row) => cellsOf(row, say)));
    if (cells.length > AUDIT_EXPORT_MAX) fail({ code: "TOO_LARGE", what: "lines in a file", limit: AUDIT_EXPORT_MAX });
    after = lines.length === PAGE ? lines.at(-1) : undefined;
  } while (after !== undefined);
  const day = ctx.now().toISOString().slice(0, 10);
  const base64 = Buffer.from(
    encodeCsv(
      TITLES.map((title) => say(title)),
      cells,
    ),
  ).toString("base64");
  return { fileName: `audit-${day}.csv`, mediaType: "text/csv; charset=utf-8", base64 };
}

const cellsOf = (row: AuditRow, say: Say): string[] =>
  [
    row.at,
    row.actorName,
    row.action,
    row.entity,
    row.subject ?? "",
    row.reference ?? "",
    changeOf(row, say),
    row.reason ?? "",
    row.flag === "none" ? "" : say(`question.${row.flag}`),
    row.noteCount === 0 ? "" : String(row.noteCount),
    row.device ?? "",
    row.address ?? "",
  ].map(guardCell);
