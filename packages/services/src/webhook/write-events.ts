import { webhookDeliveries, webhookEvents } from "@storehouse/db/tenant";
import { WEBHOOK_VERSION } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { newId } from "../new-id.ts";
import { noteQueued } from "../note-queued.ts";
import type { Told, ToldList } from "./event-book.ts";
import { findHooks } from "./find-hooks.ts";

/** So many items are told in one event, and so many characters of them; the rest is counted. */
export const ITEMS_MAX = 200;
const CHARACTERS_MAX = 200_000;

/** The id of no replay: an event's first way to an endpoint. */
export const FIRST_TIME = "00000000-0000-0000-0000-000000000000";

/**
 * Puts what programs are told of on its way, in the open transaction: it is sent if that commits. `atomically` writes what it was told at the end,
 * records of a kind together; in a transaction of another kind it is written at once.
 */
export async function tell(tx: TenantContext, ...told: readonly Told[]): Promise<void> {
  if (tx.events === undefined) await writeEvents(tx, told);
  else tx.events.told.push(...told);
}

/** Writes events and, for each endpoint that hears of one, a delivery. */
export async function writeEvents(tx: TenantContext, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const hooks = await findHooks(tx);
  const at = tx.now();
  const events = joined(told).map((one) => ({ id: newId(), type: one.event, at, body: bodyOf(tx, at, one) }));
  const deliveries = events.flatMap(({ id: eventId, type }) =>
    hooks
      .filter((hook) => hook.events.has(type))
      .map(({ id: endpointId }) => ({ ...newDelivery(at), eventId, endpointId, type, replayId: FIRST_TIME })),
  );
  if (deliveries.length === 0) return;
  // A few large rows a statement.
  for (let from = 0; from < events.length; from += 20)
    await tx.db.insert(webhookEvents).values(events.slice(from, from + 20));
  for (const some of chunksOf(deliveries)) await tx.db.insert(webhookDeliveries).values(some);
  noteQueued(tx, "webhook");
}

/** A delivery that is due now. */
export const newDelivery = (at: Date) => ({ id: newId(), state: "PENDING" as const, dueAt: at, createdAt: at });

/** The text of an event, as it is signed and sent. */
export function bodyOf({ actor }: TenantContext, at: Date, { event, head, list, items, count }: TestOrTold): string {
  const told = fitting(items);
  return JSON.stringify({
    type: event,
    timestamp: at.toISOString(),
    version: WEBHOOK_VERSION,
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    data: list === undefined ? head : { ...head, [list]: told, count, isCut: told.length < count },
  });
}

type TestOrTold = Readonly<Omit<Told, "event" | "list"> & { event: string; list: ToldList | undefined }>;

/** Those of records and alerts of one kind become one event; every posting stays one of its own. */
function joined(told: readonly Told[]): readonly Told[] {
  const postings = told.filter(({ list }) => list === "entries");
  const others = Map.groupBy(
    told.filter(({ list }) => list !== "entries"),
    ({ event }) => event,
  );
  const one = (same: readonly Told[]): Told[] => {
    const [first] = same;
    if (first === undefined) return [];
    const count = same.reduce((sum, each) => sum + each.count, 0);
    return [{ ...first, items: same.flatMap(({ items }) => items).slice(0, ITEMS_MAX), count }];
  };
  return [...postings, ...[...others.values()].flatMap(one)];
}

function fitting(items: readonly object[]): readonly object[] {
  let size = 0;
  const over = items.slice(0, ITEMS_MAX).findIndex((item) => (size += JSON.stringify(item).length) > CHARACTERS_MAX);
  return items.slice(0, over < 0 ? ITEMS_MAX : over);
}
