import type { WebhookEvent } from "@storehouse/domain";

/** An endpoint that is told of events, and of which. */
export type Hook = Readonly<{ id: string; events: ReadonlySet<string> }>;

/** The list that an event carries, by the name it has there. */
export type ToldList = "entries" | "records" | "alerts";

/** Something to tell programs of: what holds for all of it, and one item each for what it is about. `count` is of all, however many are told. */
export type Told = Readonly<{
  event: WebhookEvent;
  head: Readonly<Record<string, unknown>>;
  list: ToldList;
  items: readonly object[];
  count: number;
}>;

/** What a transaction has to tell so far; who hears of it is asked once. */
export type EventBook = { hooks?: Promise<readonly Hook[]>; readonly told: Told[] };
