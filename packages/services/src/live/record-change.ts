import { mergeChanges, type LiveChange, type LiveTopic } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

/**
 * Tells open screens of changes, once the transaction they belong to is committed; nobody hears of one that is undone. Call it inside the
 * transaction: `atomically` writes what it is told at the end, in a transaction of another kind it is written at once.
 * What has an audit line needs no call: `recordAudit` makes it.
 */
export async function recordChange(tx: TenantContext, ...changes: readonly LiveChange[]): Promise<void> {
  if (tx.changes === undefined) await writeChanges(tx, changes);
  else tx.changes.push(...changes);
}

/** What the audit log calls the records whose changes screens care about. Bookings tell of themselves, in more detail. */
const TOPICS: Readonly<Record<string, LiveTopic>> = {
  product: "products",
  location: "locations",
  subcategory: "subcategories",
  supplier: "suppliers",
  unit: "units",
  user: "users",
  role: "roles",
  settings: "factory",
  import: "imports",
  formula: "formulas",
};

/** The change that an audit line stands for; none where no screen shows such records. */
export function changesOfAudit(entity: string, entityId: string): readonly LiveChange[] {
  // A variant's product is not named by its line.
  if (entity === "variant") return [{ topic: "products", ids: null }];
  const topic = TOPICS[entity];
  return topic === undefined ? [] : [{ topic, ids: [entityId] }];
}

const ONE_ROW = "insert into feed (at, topic, detail) values";

/** Writes what was recorded: one row per topic, without a number. The last statement of a transaction. */
export async function writeChanges({ db, now }: TenantContext, changes: readonly LiveChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = mergeChanges(changes);
  const at = now();
  await db.source.prepared(
    `${ONE_ROW} ${rows.map(() => "(?,?,?)").join(",")}`,
    rows.flatMap(({ topic, ...detail }) => [at, topic, JSON.stringify(detail)]),
  );
}
