import type { OutboxKind } from "@storehouse/domain";
import type { Tenancy } from "@storehouse/tenancy";
import { type FleetTenant, listDueOutboxes, type OutboxMark, settleOutbox } from "@storehouse/tenancy/fleet";
import type { Logger } from "pino";
import { setTimeout as sleep } from "node:timers/promises";

type Walk = Readonly<{
  tenancy: Tenancy;
  log: Logger;
  kind: OutboxKind;
  /** Sends what is due of one factory, for a while at the most; says when there is more to send. */
  work: (tenant: FleetTenant) => Promise<Date | undefined>;
  /** After so long no factory is begun any more. */
  lastsMs?: number;
}>;

const SIDE_BY_SIDE = 12;
const LOOK_EVERY_MS = 1_000;
const LASTS_MS = 50_000;
const AFTER_FAILURE_MS = 5 * 60_000;

/**
 * Goes to each factory that has something to send, those that have waited longest first, some side by side; the others are not opened. A factory
 * whose sending takes long keeps one place busy and no more, and comes again after everybody who was waiting.
 */
export async function walkOutboxes({ tenancy, log, kind, work, lastsMs = LASTS_MS }: Walk): Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const until = Date.now() + lastsMs;

  async function visit(mark: OutboxMark): Promise<void> {
    try {
      const next = await visitFactory(tenancy, mark.factoryId, work);
      await settleOutbox(tenancy.central, kind, mark, next && later(next, new Date()));
    } catch (error) {
      log.warn({ factoryId: mark.factoryId, error }, "an outbox could not be delivered");
      const next = new Date(Date.now() + AFTER_FAILURE_MS);
      await settleOutbox(tenancy.central, kind, mark, next).catch(() => undefined);
    } finally {
      underWay.delete(mark.factoryId);
    }
  }

  while (Date.now() < until) {
    const due = await listDueOutboxes(tenancy.central, kind, new Date(), 2 * SIDE_BY_SIDE);
    const waiting = due.filter(({ factoryId }) => !underWay.has(factoryId));
    for (const mark of waiting.slice(0, SIDE_BY_SIDE - underWay.size)) underWay.set(mark.factoryId, visit(mark));
    if (underWay.size === 0) return;
    await Promise.race([...underWay.values(), sleep(LOOK_EVERY_MS)]);
  }
  await Promise.all(underWay.values());
}

async function visitFactory(tenancy: Tenancy, factoryId: string, work: Walk["work"]): Promise<Date | undefined> {
  const factory = await tenancy.findFactoryById(factoryId);
  // Not there any more: nothing is to be sent for it.
  if (factory === undefined) return undefined;
  const { db, release } = await tenancy.openTenant(factory);
  return work({ factoryId, dbName: factory.dbName, db }).finally(release);
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
