import {
  type DeleteFactoryInput,
  fail,
  type FactoryByIdInput,
  type FactoryJobInput,
  type JobKind,
  type MoveFactoryInput,
  type OperatorPermission,
  type RequestedWork,
  type RotateKeysInput,
} from "@storehouse/domain";
import { findFactoryRow } from "./get-factory.ts";
import { actorName, authorizeOperator, type PlatformContext } from "./platform-context.ts";
import type { PlatformPorts } from "./platform-ports.ts";

const SHOWN = 5;
const WITH_DATABASE = ["READY", "SUSPENDED", "ARCHIVED"];

/** The work that was asked for on a factory, the latest first. Throws NOT_FOUND. */
export async function listFactoryWork(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId }: FactoryByIdInput,
): Promise<readonly RequestedWork[]> {
  authorizeOperator(ctx, "factories.read");
  await findFactoryRow(ctx, factoryId);
  return ports.listWork(factoryId, SHOWN);
}

/** Asks that a factory be moved to another database server. Throws NOT_FOUND, WRONG_STATE, INVALID at `server`. */
export async function moveFactoryBy(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { id, factoryId, server }: MoveFactoryInput,
): Promise<RequestedWork> {
  await allow(ctx, "factories.move", { factoryId, states: WITH_DATABASE });
  return ports.requestMove({ id, factoryId, server, actor: actorName(ctx) });
}

/** Asks that a factory's database user be given a new password; nobody's work is cut off. Throws NOT_FOUND, WRONG_STATE. */
export const rotatePasswordBy = (ctx: PlatformContext, ports: PlatformPorts, input: FactoryJobInput) =>
  askFor(ctx, ports, {
    ...input,
    kind: "factory.rotatePassword",
    permission: "factories.rotatePassword",
    states: WITH_DATABASE,
  });

/** Asks that a factory be saved for the last time and shut. Throws NOT_FOUND, WRONG_STATE. */
export const archiveFactoryBy = (ctx: PlatformContext, ports: PlatformPorts, input: FactoryJobInput) =>
  askFor(ctx, ports, {
    ...input,
    kind: "factory.archive",
    permission: "factories.archive",
    states: ["READY", "SUSPENDED"],
  });

/** Asks that an archived factory whose name was typed be deleted. Throws NOT_FOUND, WRONG_STATE, INVALID at `typedName`. */
export async function deleteFactoryBy(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { id, factoryId, typedName }: DeleteFactoryInput,
): Promise<RequestedWork> {
  authorizeOperator(ctx, "factories.delete");
  await findFactoryRow(ctx, factoryId);
  return ports.requestDeletion({ id, factoryId, typedName, actor: actorName(ctx) });
}

/** Asks that every secret be locked with the newest key. Throws WRONG_STATE while that is under way. */
export async function rotateKeysBy(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { id }: RotateKeysInput,
): Promise<RequestedWork> {
  authorizeOperator(ctx, "keys.rotate");
  return ports.requestWork({ id, kind: "keys.rotate", factoryId: null, actor: actorName(ctx) });
}

type Allowed = Readonly<{ factoryId: string; states: readonly string[] }>;

async function allow(ctx: PlatformContext, permission: OperatorPermission, { factoryId, states }: Allowed) {
  authorizeOperator(ctx, permission);
  const { state } = await findFactoryRow(ctx, factoryId);
  if (!states.includes(state)) fail({ code: "WRONG_STATE", entity: "factory", id: factoryId, state });
}

type Asked = FactoryJobInput & Readonly<{ kind: JobKind; permission: OperatorPermission; states: readonly string[] }>;

async function askFor(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { id, factoryId, kind, permission, states }: Asked,
): Promise<RequestedWork> {
  await allow(ctx, permission, { factoryId, states });
  return ports.requestWork({ id, kind, factoryId, actor: actorName(ctx) });
}
