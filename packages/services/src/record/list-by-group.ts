import { fail, type Page } from "@storehouse/domain";
import { packCursor, unpackCursor } from "../cursor.ts";

type Wanted = Readonly<{ limit: number; after?: string | undefined }>;

/**
 * A page of a list that comes group by group, in the order the groups are given, each group in an order of its own: so every group is a
 * range of an index, and the two orders may run in different directions. `list` reads a page within one group.
 */
export async function listByGroup<Group extends string, Row>(
  groups: readonly Group[],
  { limit, after }: Wanted,
  list: (group: Group, page: Wanted) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  const start = startOf(groups, after);
  const rows: Row[] = [];
  for (const group of groups.slice(start.at)) {
    const isFull = rows.length === limit;
    const within = group === groups[start.at] ? start.after : undefined;
    const page = await list(group, { limit: isFull ? 1 : limit - rows.length, after: within });
    // A full page only asks whether there is another.
    if (isFull && page.rows.length > 0) return { rows, next: packCursor([group, null]) };
    if (isFull) continue;
    rows.push(...page.rows);
    if (page.next !== undefined) return { rows, next: packCursor([group, page.next]) };
  }
  return { rows };
}

function startOf(groups: readonly string[], text: string | undefined): { at: number; after: string | undefined } {
  const cursor = unpackCursor(text, 2);
  if (cursor === undefined) return { at: 0, after: undefined };
  const [group, after] = cursor;
  const at = groups.findIndex((one) => one === group);
  if (at < 0) fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  return { at, after: after ?? undefined };
}
