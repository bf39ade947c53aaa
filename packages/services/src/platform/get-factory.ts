import { and, eq, startsWith } from "@storehouse/db";
import { factories, platformAudit } from "@storehouse/db/central";
import { deletableFrom, fail, type FactoryByIdInput, type FactoryPage } from "@storehouse/domain";
import { type FactoryRow, selectFactories, withFigures } from "./factory-rows.ts";
import { assertAssigned, authorizeOperator, type PlatformContext } from "./platform-context.ts";
import type { PlatformPorts } from "./platform-ports.ts";

const BACKUPS_SHOWN = 10;

/** One factory, with its latest backups; nothing of what it keeps. Throws NOT_FOUND. */
export async function getFactoryPage(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId }: FactoryByIdInput,
): Promise<FactoryPage> {
  authorizeOperator(ctx, "factories.read");
  const row = await findFactoryRow(ctx, factoryId);
  const [[overview], backups, awaitsFirstMaster, supportGrant] = await Promise.all([
    withFigures(ctx.central, [row], ctx.now()),
    ports.latestBackups(factoryId, BACKUPS_SHOWN),
    awaitsMaster(ctx, row),
    ports.supportGrant(factoryId),
  ]);
  if (overview === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  return {
    ...overview,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    error: row.error,
    server: `${row.host}:${row.port}`,
    serverName: row.server,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    isDeletable: row.state === "ARCHIVED" && row.archivedAt !== null && deletableFrom(row.archivedAt) <= ctx.now(),
    backups,
    awaitsFirstMaster,
    supportGrant,
  };
}

/** The registry's row of a factory that the operator may see. Throws NOT_FOUND. */
export async function findFactoryRow(ctx: PlatformContext, factoryId: string): Promise<FactoryRow> {
  assertAssigned(ctx, factoryId);
  const [row] = await selectFactories(ctx.central).where(eq(factories.id, factoryId));
  return row ?? fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
}

/**
 * True while an operator may make the link for a factory's first master: an operator made the factory, and nobody has worked in it yet.
 * The link of one that signed up by itself would be a way in past its people.
 */
export async function awaitsMaster(
  { central }: PlatformContext,
  { id, state, lastActiveAt }: Pick<FactoryRow, "id" | "state" | "lastActiveAt">,
): Promise<boolean> {
  if (state !== "READY" || lastActiveAt !== null) return false;
  const isMadeByOperator = and(
    eq(platformAudit.action, "factory.request"),
    startsWith(platformAudit.actor, "operator:"),
  );
  const [line] = await central
    .select({ id: platformAudit.id })
    .from(platformAudit)
    .where(and(eq(platformAudit.factoryId, id), isMadeByOperator))
    .limit(1);
  return line !== undefined;
}
