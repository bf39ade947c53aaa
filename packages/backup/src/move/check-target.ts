import { refuseServers } from "@storehouse/domain";
import type { FactoryRecord } from "@storehouse/tenancy";
import {
  describeSetting,
  findWrongSettings,
  isFree,
  type Provisioner,
  readServerFacts,
} from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { ownedBy } from "./end-move.ts";
import type { MoveRecord } from "./move-rows.ts";

/**
 * Refuses a move before anything is touched where the new server is of another kind or older, would lose what it is
 * given, is nearly full, or has something of the factory's name already. Throws BackupFailed.
 */
export async function checkTarget(ctx: BackupContext, row: MoveRecord, factory: FactoryRecord): Promise<void> {
  const target = serverOf(ctx, row.toServer);
  const [from, to] = [await ask(serverOf(ctx, row.fromServer)), await ask(target)];
  const reason = refuseServers(from.facts, to.facts, factory.maxConnections);
  if (reason !== null) throw new BackupFailed(reason);
  const wrong = to.settings.filter(({ isRefused }) => isRefused);
  if (wrong.length > 0) throw new BackupFailed(wrong.map(describeSetting).join(" "));
  if (!row.hasBegun && !(await isFree(target, ownedBy(factory))))
    throw new BackupFailed("The new server has a database or a user of the factory's name already.");
}

function serverOf(ctx: BackupContext, name: string): Provisioner {
  if (!ctx.provisioner.serverNames.includes(name)) throw new BackupFailed(`The worker knows no server called ${name}.`);
  return ctx.provisioner.at(name);
}

async function ask(server: Provisioner) {
  const session = await server.openSession().catch((error: unknown) => {
    throw new BackupFailed(`The server ${server.serverName} can't be entered.`, { cause: error });
  });
  try {
    return { facts: await readServerFacts(session), settings: await findWrongSettings(session) };
  } finally {
    await session.close();
  }
}
