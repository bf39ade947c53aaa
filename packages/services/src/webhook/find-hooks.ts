import { bytesToUuid } from "@storehouse/db";
import type { WebhookEvent } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import type { Hook } from "./event-book.ts";

const FIND = "select id, events from webhook_endpoints where is_active = 1 and removed_at is null";

type Row = Readonly<{ id: Buffer; events: unknown }>;

/** The endpoints that are told of anything, asked once a transaction: a factory that tells nobody pays this one look at an empty table. */
export function findHooks(ctx: TenantContext): Promise<readonly Hook[]> {
  if (ctx.events === undefined) return ask(ctx);
  return (ctx.events.hooks ??= ask(ctx));
}

/** True when somebody is told of such an event. */
export const isHeard = async (ctx: TenantContext, event: WebhookEvent): Promise<boolean> =>
  (await findHooks(ctx)).some(({ events }) => events.has(event));

async function ask({ db }: TenantContext): Promise<readonly Hook[]> {
  const rows = await db.source.prepared<Row>(FIND, []);
  return rows.map(({ id, events }) => ({ id: bytesToUuid(id), events: new Set(namesIn(events)) }));
}

// One server has a type of its own for JSON, to the other it is text.
function namesIn(stored: unknown): readonly string[] {
  const list: unknown = typeof stored === "string" ? JSON.parse(stored) : stored;
  return Array.isArray(list) ? list.map(String) : [];
}
