import { inventoryEntries } from "@storehouse/db/tenant";
import { COMPARED, type Compared, type CompareInput, type DifferenceCount } from "@storehouse/domain";
import type { Looking } from "../audit/find-names.ts";
import type { TenantContext } from "../context.ts";
import { authorizeCopy } from "./authorize-copy.ts";
import { SHAPES } from "./compared.ts";
import type { Copies } from "./copy-ports.ts";
import { differencesOf, isSettingsChanged } from "./list-differences.ts";
import { countRecords, type Sides } from "./scan-differences.ts";

/**
 * Counts, for each kind of record, what was added, changed and removed since a side copy of the factory. Throws NOT_ALLOWED, NOT_FOUND,
 * WRONG_STATE for a copy that is not ready.
 */
export function compareCopy(
  ctx: TenantContext,
  copies: Copies,
  { id, tables }: CompareInput,
): Promise<readonly DifferenceCount[]> {
  authorizeCopy(ctx, "backups.read");
  return copies.read(id, async (copy) => {
    const counts: DifferenceCount[] = [];
    for (const table of COMPARED.filter((one) => tables?.includes(one) ?? true)) {
      counts.push(await countIn({ ctx, copy }, table));
    }
    return counts;
  });
}

async function countIn(sides: Sides, table: Compared): Promise<DifferenceCount> {
  const { ctx, copy } = sides;
  if (table === "settings") {
    const changed = Number(await isSettingsChanged(sides));
    return { table, inCopy: 1, now: 1, added: 0, changed, removed: 0 };
  }
  const differing = { added: 0, changed: 0, removed: 0 };
  for await (const { kind } of differencesOf(sides, table, undefined)) differing[kind] += 1;
  const [now, inCopy] = await Promise.all([count(ctx, table), count({ actor: ctx.actor, db: copy }, table)]);
  return { table, inCopy, now, ...differing };
}

const ENTRIES = { spine: { table: inventoryEntries, key: inventoryEntries.id }, parts: [] };

const count = (looking: Looking, table: Exclude<Compared, "settings">): Promise<number> =>
  countRecords(looking, table === "entry" ? ENTRIES : SHAPES[table]);
