import { backupDesk } from "@storehouse/backup/desk";
import { type CentralDb, eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import type { BackupPorts } from "@storehouse/services";
import { setTimeout as sleep } from "node:timers/promises";
import type { CliEnv } from "../env.ts";
import { withCentral } from "./with-central.ts";

/** One factory's backups and side copies; the worker does what is asked of them. */
export type OwnBackups = Readonly<{ central: CentralDb; factoryId: string; backups: BackupPorts }>;

/** Who asks, as the factory's master reads it. */
export const OPERATOR = "The operator";

const POLL_MS = 500;

/** Runs `work` with the backups of one factory, and of no other. Throws NOT_FOUND. */
export const withBackups = <T>(env: CliEnv, dbName: string, work: (own: OwnBackups) => Promise<T>): Promise<T> =>
  withCentral(env, async (central) => {
    const [factory] = await central.select({ id: factories.id }).from(factories).where(eq(factories.dbName, dbName));
    if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: dbName });
    const openSideCopy = () => Promise.reject(new Error("Side copies are read by the web alone."));
    const backups = backupDesk({ central, folder: "", openSideCopy }, { id: factory.id, dbName, isForOperator: true });
    return work({ central, factoryId: factory.id, backups });
  });

/** Asks again and again until it is over. */
export async function waitUntil<T>(look: () => Promise<T>, isOver: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isOver(seen)) return seen;
    await sleep(POLL_MS);
  }
}
