import { and, eq, isNotNull } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import {
  fail,
  type FactoryByIdInput,
  type FactoryCopyInput,
  type OpenFactoryCopyInput,
  type OperatorCopyRow,
  type ReplaceFactoryInput,
} from "@storehouse/domain";
import { findFactoryRow } from "./get-factory.ts";
import type { OperatorCopies } from "./operator-copies.ts";
import { actorName, authorizeOperator, type PlatformContext, recordDeed } from "./platform-context.ts";
import type { PlatformPorts } from "./platform-ports.ts";

type Ports = Pick<PlatformPorts, "copiesOf">;
type Nothing = Record<string, never>;

const SHOWN = 10;

/** A factory's latest side copies: where they stand, and nothing of what is in them. Throws NOT_FOUND. */
export async function listFactoryCopies(
  ctx: PlatformContext,
  ports: Ports,
  { factoryId }: FactoryByIdInput,
): Promise<readonly OperatorCopyRow[]> {
  authorizeOperator(ctx, "factories.read");
  const { id, dbName } = await findFactoryRow(ctx, factoryId);
  return ports.copiesOf({ id, dbName }).list(SHOWN);
}

/** Has a backup restored beside its factory and proven. Throws NOT_FOUND, WRONG_STATE, LIMIT_REACHED, KEY_REUSED. */
export async function openFactoryCopy(
  ctx: PlatformContext,
  ports: Ports,
  { factoryId, id, backupId }: OpenFactoryCopyInput,
): Promise<Readonly<{ id: string }>> {
  const { copies, record } = await copiesFor(ctx, ports, factoryId);
  const isItsFile = and(eq(backups.id, backupId), eq(backups.subject, factoryId), isNotNull(backups.storedBytes));
  const [backup] = await ctx.central.select({ fileName: backups.fileName }).from(backups).where(isItsFile);
  if (!backup?.fileName) return fail({ code: "NOT_FOUND", entity: "backup", id: backupId });
  await copies.open({ id, backupId, requestedBy: actorName(ctx) }, record("backup.openCopy", { id, backupId }));
  return { id };
}

/** Has a side copy removed before its time. Throws NOT_FOUND, and WRONG_STATE while it takes the factory's place. */
export async function closeFactoryCopy(
  ctx: PlatformContext,
  ports: Ports,
  { factoryId, id }: FactoryCopyInput,
): Promise<Nothing> {
  const { copies, record } = await copiesFor(ctx, ports, factoryId);
  await copies.close(id, record("backup.closeCopy", { id }));
  return {};
}

/**
 * Has a side copy put in the factory's place: the worker saves the factory first. Sent twice, it is done once. Throws
 * NOT_FOUND, WRONG_STATE, and INVALID at `confirm` unless that is the name of the factory's database.
 */
export async function switchFactory(
  ctx: PlatformContext,
  ports: Ports,
  { factoryId, id, confirm }: ReplaceFactoryInput,
): Promise<Nothing> {
  const { copies, record } = await copiesFor(ctx, ports, factoryId, confirm);
  await copies.switchTo({ id, requestedBy: actorName(ctx) }, record("backup.switch", { id }));
  return {};
}

/**
 * Approves, as a second operator, that an archive of another factory be restored for this one. Throws NOT_FOUND,
 * WRONG_STATE, and INVALID at `confirm` unless that is the name of the factory's database, or for the one who asked.
 */
export async function approveFactoryCopy(
  ctx: PlatformContext,
  ports: Ports,
  { factoryId, id, confirm }: ReplaceFactoryInput,
): Promise<Nothing> {
  const { copies, record } = await copiesFor(ctx, ports, factoryId, confirm);
  await copies.approve({ id, approvedBy: actorName(ctx) }, record("backup.approve", { id }));
  return {};
}

type CopiesFor = Readonly<{
  copies: OperatorCopies;
  record: (
    action: string,
    detail: Readonly<Record<string, unknown>>,
  ) => (tx: PlatformContext["central"]) => Promise<void>;
}>;

async function copiesFor(ctx: PlatformContext, ports: Ports, factoryId: string, confirm?: string): Promise<CopiesFor> {
  authorizeOperator(ctx, "factories.restore");
  const { id, dbName } = await findFactoryRow(ctx, factoryId);
  if (confirm !== undefined && confirm !== dbName) fail({ code: "INVALID", field: "confirm", reason: "NOT_THE_NAME" });
  return {
    copies: ports.copiesOf({ id, dbName }),
    record: (action, detail) => (central) => recordDeed({ ...ctx, central }, { action, factoryId, detail }),
  };
}
