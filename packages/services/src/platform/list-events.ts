import { and, desc, eq, gte, inArray, lt } from "@storehouse/db";
import { platformAudit, registrations } from "@storehouse/db/central";
import { addDays, type ListEventsInput, type Page, type PlatformEventRow } from "@storehouse/domain";
import { toPage, unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";
import { authorizeOperator, ofAssigned, type PlatformContext } from "./platform-context.ts";

/** The service's own log, the latest first. An OPERATOR reads the lines of the factories they are assigned. */
export async function listEvents(ctx: PlatformContext, input: ListEventsInput): Promise<Page<PlatformEventRow>> {
  authorizeOperator(ctx, "events.read");
  const { limit, after, actor, action, factoryId, from, to } = input;
  const cursor = unpackCursor(after, 2);
  const rows = await ctx.central
    .select({
      id: platformAudit.id,
      at: platformAudit.at,
      actor: platformAudit.actor,
      action: platformAudit.action,
      factoryId: platformAudit.factoryId,
      factoryName: registrations.factoryName,
      detail: platformAudit.detail,
    })
    .from(platformAudit)
    .leftJoin(registrations, eq(registrations.factoryId, platformAudit.factoryId))
    .where(
      and(
        ofAssigned(ctx.operator.factoryIds, platformAudit.factoryId),
        actor === undefined ? undefined : inArray(platformAudit.actor, [actor, `operator:${actor}`]),
        action === undefined ? undefined : eq(platformAudit.action, action),
        factoryId === undefined ? undefined : eq(platformAudit.factoryId, factoryId),
        from === undefined ? undefined : gte(platformAudit.at, startOf(from)),
        to === undefined ? undefined : lt(platformAudit.at, startOf(addDays(to, 1))),
        cursor &&
          comesAfter(
            [
              [platformAudit.at, new Date(cursor[0] ?? 0)],
              [platformAudit.id, cursor[1]],
            ],
            "desc",
          ),
      ),
    )
    .orderBy(desc(platformAudit.at), desc(platformAudit.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [row.at.toISOString(), row.id]);
  return { ...page, rows: page.rows.map((row) => ({ ...row, at: row.at.toISOString(), detail: parsed(row.detail) })) };
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

// MySQL's driver parses what is JSON there; to MariaDB it is text.
function parsed(detail: unknown): PlatformEventRow["detail"] {
  const value: unknown = typeof detail === "string" ? JSON.parse(detail) : detail;
  return typeof value === "object" && value !== null ? (value as PlatformEventRow["detail"]) : null;
}
