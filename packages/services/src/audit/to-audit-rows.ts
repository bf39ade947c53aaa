import { asc, inArray, type TenantDb } from "@storehouse/db";
import { auditNotes } from "@storehouse/db/tenant";
import type { AuditRow, FlagState } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import type { selectAuditLines } from "./audit-page.ts";
import { findMoves } from "./find-moves.ts";
import { findNames } from "./find-names.ts";

export type AuditLineRow = Awaited<ReturnType<typeof selectAuditLines>>[number];

/** Lines as screens show them: with the names of what they speak of, what postings moved, and where the question about each stands. */
export async function toAuditRows(ctx: TenantContext, lines: readonly AuditLineRow[]): Promise<AuditRow[]> {
  const { db } = ctx;
  if (lines.length === 0) return [];
  const { names, productIds } = await findNames(ctx, lines);
  const postingIds = lines.filter(({ entity }) => entity === "posting").map(({ entityId }) => entityId);
  const moves = await findMoves(ctx, [...new Set(postingIds)]);
  const flags = await findFlags(
    db,
    lines.map(({ id }) => id),
  );
  return lines.map((line): AuditRow => {
    const facts = moves.get(line.entityId) ?? { moves: [], moveCount: 0, reference: null };
    const text = JSON.stringify([line.before, line.after]);
    return {
      ...line,
      ...facts,
      at: line.at.toISOString(),
      subject: names.get(line.entityId) ?? nameIn(line.after) ?? nameIn(line.before),
      productId: productIds.get(line.entityId) ?? null,
      flag: flags.get(line.id)?.state ?? "none",
      noteCount: flags.get(line.id)?.count ?? 0,
      names: Object.fromEntries([...names].filter(([id]) => text.includes(id))),
    };
  });
}

// A record whose name this list does not look up may have said it in the change itself.
const nameIn = (values: unknown): string | null =>
  typeof values === "object" && values !== null && "name" in values && typeof values.name === "string"
    ? values.name
    : null;

async function findFlags(
  db: TenantDb,
  ids: string[],
): Promise<ReadonlyMap<string, Readonly<{ state: FlagState; count: number }>>> {
  const { lineId, number, state } = auditNotes;
  const rows = await db
    .select({ lineId, number, state })
    .from(auditNotes)
    .where(inArray(lineId, ids))
    .orderBy(asc(lineId), asc(number));
  // The last of each line stands.
  return new Map(rows.map((row) => [row.lineId, { state: row.state, count: row.number }]));
}
