import { centralTransaction, eq, isDuplicateKey, sql } from "@storehouse/db";
import { backups, factories } from "@storehouse/db/central";
import {
  type BackUpFactoryInput,
  type CreateFactoryInput,
  DomainError,
  fail,
  type FactoryByIdInput,
  type SignInLink,
  type SuspendFactoryInput,
} from "@storehouse/domain";
import { newId } from "../new-id.ts";
import { awaitsMaster, findFactoryRow } from "./get-factory.ts";
import { actorName, authorizeOperator, type PlatformContext, recordDeed } from "./platform-context.ts";
import type { PlatformPorts } from "./platform-ports.ts";

type Nothing = Record<string, never>;

/** Reserves a factory's names and has the worker make it. Throws TAKEN. */
export async function createFactoryBy(
  ctx: PlatformContext,
  ports: PlatformPorts,
  input: CreateFactoryInput,
): Promise<Readonly<{ factoryId: string; login: string }>> {
  authorizeOperator(ctx, "factories.create");
  return ports.createFactory(input, actorName(ctx));
}

/** Makes the link by which a new factory's first master chooses a password. Throws NOT_FOUND, and WRONG_STATE where no operator made it or somebody has signed in. */
export async function makeFirstLink(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId }: FactoryByIdInput,
): Promise<SignInLink> {
  authorizeOperator(ctx, "factories.create");
  const row = await findFactoryRow(ctx, factoryId);
  if (!(await awaitsMaster(ctx, row)))
    fail({ code: "WRONG_STATE", entity: "factory", id: factoryId, state: row.state });
  // Written first: a link that was handed out without a line would be worse than a line without a link.
  await centralTransaction(ctx.central, (central) =>
    recordDeed({ ...ctx, central }, { action: "factory.makeFirstLink", factoryId }),
  );
  return ports.makeFirstLink(factoryId);
}

/** Shuts a factory: its people are signed out and its open pages say why, within seconds. Throws NOT_FOUND, WRONG_STATE. */
export async function suspendFactoryBy(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId, reason }: SuspendFactoryInput,
): Promise<Nothing> {
  authorizeOperator(ctx, "factories.suspend");
  const { dbName, state, suspendReason } = await findFactoryRow(ctx, factoryId);
  // Sent twice, it is done once.
  if (state === "SUSPENDED" && suspendReason === reason) return {};
  await ports.suspend(dbName, reason, actorName(ctx));
  ports.closeFactory(factoryId);
  return {};
}

/** Opens a suspended factory again. Throws NOT_FOUND, WRONG_STATE. */
export async function reactivateFactoryBy(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId }: FactoryByIdInput,
): Promise<Nothing> {
  authorizeOperator(ctx, "factories.reactivate");
  const { dbName, state } = await findFactoryRow(ctx, factoryId);
  if (state === "READY") return {};
  await ports.reactivate(dbName, actorName(ctx));
  ports.closeFactory(factoryId);
  return {};
}

/** Asks for a backup now: the worker takes it, and checks it by restoring it. Sent twice, it is asked for once. Throws NOT_FOUND, WRONG_STATE. */
export async function backUpFactory(
  ctx: PlatformContext,
  { factoryId, id }: BackUpFactoryInput,
): Promise<Readonly<{ id: string }>> {
  authorizeOperator(ctx, "factories.backUp");
  const { state } = await findFactoryRow(ctx, factoryId);
  if (state !== "READY" && state !== "SUSPENDED")
    fail({ code: "WRONG_STATE", entity: "factory", id: factoryId, state });
  const requestedBy = actorName(ctx).slice(0, 100);
  const row = { id, subject: factoryId, state: "REQUESTED", requestedBy, requestedAt: sql`utc_timestamp(3)` };
  try {
    await centralTransaction(ctx.central, async (central) => {
      await central.insert(backups).values(row);
      await recordDeed({ ...ctx, central }, { action: "factory.backUp", factoryId });
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const [taken] = await ctx.central.select({ subject: backups.subject }).from(backups).where(eq(backups.id, id));
    if (taken?.subject !== factoryId) fail({ code: "KEY_REUSED", clientId: id });
  }
  return { id };
}

/**
 * Asks the worker to go on with the migration of a factory in quarantine, which it leaves once that is done: until then nobody works in it. Asked twice, it is
 * asked once; one that is in none is left as it is. Throws NOT_FOUND.
 */
export async function resumeFactory(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId }: FactoryByIdInput,
): Promise<Nothing> {
  authorizeOperator(ctx, "factories.resume");
  await findFactoryRow(ctx, factoryId);
  const { id, quarantineReason } = factories;
  const [row] = await ctx.central.select({ quarantineReason }).from(factories).where(eq(id, factoryId));
  if (!row?.quarantineReason) return {};
  try {
    await ports.requestWork({ id: newId(), kind: "factory.migrate", factoryId, actor: actorName(ctx) });
  } catch (error) {
    if (!(error instanceof DomainError) || error.failure.code !== "WRONG_STATE") throw error;
  }
  return {};
}

/** Counts a factory's people again and sets its connection limit by them. Throws NOT_FOUND, FACTORY_SUSPENDED, FACTORY_NOT_READY. */
export async function syncConnectionsOf(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId }: FactoryByIdInput,
): Promise<Readonly<{ userCount: number; maxConnections: number }>> {
  authorizeOperator(ctx, "factories.syncConnections");
  await findFactoryRow(ctx, factoryId);
  const synced = await ports.resync(factoryId);
  await centralTransaction(ctx.central, (central) =>
    recordDeed({ ...ctx, central }, { action: "factory.syncConnections", factoryId, detail: synced }),
  );
  return synced;
}
