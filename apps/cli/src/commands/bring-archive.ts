import { bringFile } from "@storehouse/backup";
import { fail } from "@storehouse/domain";
import { authorizeOperator, type PlatformContext } from "@storehouse/services";
import { parseKeys, type PlatformActor, recordPlatformEvent } from "@storehouse/tenancy";
import { v7 } from "uuid";
import type { CommandContext } from "../command.ts";
import { asOperator } from "./as-operator.ts";
import { OPERATOR, type OwnBackups } from "./with-backups.ts";

/** Books a side copy of an archive of this factory and of no other, and returns its id. Throws ArchiveRefused. */
export const bringArchive = async (context: CommandContext, own: OwnBackups, path: string): Promise<string> => {
  const wish = { path, requestedBy: OPERATOR, isForeignWanted: false, actor: "operator" } as const;
  const { id, savedAt } = await bring(context, own, wish);
  context.print(`${id}\tof ${savedAt}`);
  return id;
};

/** Asks that an archive of another factory be restored for this one: nothing is done before a second operator approves it. */
export async function overrideByArchive(
  context: CommandContext,
  own: OwnBackups,
  { path, as }: Readonly<{ path: string; as: string | undefined }>,
): Promise<void> {
  const ctx = await asOperator(context, own.central, as);
  assertMay(ctx, own.factoryId);
  const actor = `operator:${ctx.operator.username}` as const;
  const { id, savedAt, originId } = await bring(context, own, {
    path,
    requestedBy: actor,
    isForeignWanted: true,
    actor,
  });
  if (originId === null) context.print(`${id} is of this factory, of ${savedAt}: the worker restores it now.`);
  else
    context.print(
      `${id} is of the factory ${originId}, of ${savedAt}: it waits for a second operator (backup approve).`,
    );
}

function assertMay(ctx: PlatformContext, factoryId: string): void {
  authorizeOperator(ctx, "factories.restore");
  const { factoryIds } = ctx.operator;
  if (factoryIds !== null && !factoryIds.has(factoryId)) fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
}

type Bringing = Readonly<{ path: string; requestedBy: string; isForeignWanted: boolean; actor: PlatformActor }>;

async function bring({ env }: CommandContext, { central, factoryId }: OwnBackups, { actor, ...wish }: Bringing) {
  const id = v7();
  const { folder, store } = env.backups();
  const ctx = { central, folder, store, keys: parseKeys(env.keys()) };
  const brought = await bringFile(ctx, factoryId, {
    ...wish,
    id,
    record: (tx, facts) =>
      recordPlatformEvent(tx, { actor, action: "backup.bringFile", factoryId, detail: { id, ...facts } }),
  });
  return { id, ...brought };
}
