import { bytesToUuid, sql } from "@storehouse/db";
import { DomainError } from "@storehouse/domain";
import { setTimeout as sleep } from "node:timers/promises";
import type { Tenancy } from "../create-tenancy.ts";

/** Whether the central database answers, and how many of the servers that hold factories do. Names none of them. */
export type Probed = Readonly<{ central: boolean; servers: number; serversUp: number }>;

type Probing = Pick<Tenancy, "central" | "findFactoryById" | "openTenant">;

/** A server that has not answered by then counts as away. */
const PATIENCE_MS = 2_000;

// Each server is asked by a factory of its own: the web has no other account there.
const SERVERS = `select min(id) as id from factories where state = 'READY' and quarantine_reason is null group by host, port`;

/** Asks the central database and, by one factory of each, every server that holds factories. Never throws, and takes no longer than its patience twice. */
export async function probeServers(tenancy: Probing, patienceMs = PATIENCE_MS): Promise<Probed> {
  const found = await within(patienceMs, tenancy.central.source.prepared<{ id: Buffer }>(SERVERS, []));
  if (found === undefined) return { central: false, servers: 0, serversUp: 0 };
  const answers = await Promise.all(
    found.map(({ id }) => within(patienceMs, askServer(tenancy, bytesToUuid(id)).catch(isBusy))),
  );
  return { central: true, servers: found.length, serversUp: answers.filter((isUp) => isUp === true).length };
}

async function askServer(tenancy: Probing, factoryId: string): Promise<boolean> {
  const factory = await tenancy.findFactoryById(factoryId);
  // Gone or shut since: nothing is known against its server.
  if (factory === undefined || factory.state !== "READY") return true;
  const { db, release } = await tenancy.openTenant(factory);
  await db.execute(sql`select 1`).finally(release);
  return true;
}

/** Every connection to it is at work: it is there. */
const isBusy = (error: unknown): boolean => error instanceof DomainError && error.failure.code === "BUSY";

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work.catch(() => undefined), sleep(ms, undefined, { ref: false })]);
}
