import { type AnyColumn, and, asc, contains, desc, eq, inArray, or, type SQL } from "@storehouse/db";
import { factories, factoryFigures, registrations } from "@storehouse/db/central";
import type { FactoryOverview, ListFactoriesInput, Page } from "@storehouse/domain";
import { type Cursor, toPage, unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";
import { type FactoryRow, selectFactories, withFigures } from "./factory-rows.ts";
import { authorizeOperator, type PlatformContext } from "./platform-context.ts";

type Order = Readonly<{ column: AnyColumn; of: (row: FactoryRow) => string | null; read: (text: string) => unknown }>;

const ORDERS: Readonly<Record<ListFactoriesInput["sort"]["by"], Order>> = {
  name: { column: factories.factoryName, of: (row) => row.sortName, read: String },
  createdAt: { column: factories.createdAt, of: (row) => row.createdAt.toISOString(), read: toMoment },
  people: { column: factories.userCount, of: (row) => String(row.people), read: Number },
  size: { column: factoryFigures.sizeBytes, of: (row) => numberText(row.sizeBytes), read: Number },
  lastActive: {
    column: factoryFigures.lastActiveAt,
    of: (row) => row.lastActiveAt?.toISOString() ?? null,
    read: toMoment,
  },
};

/** Lists the factories that the operator may see, with all that the service knows of them and nothing of what they keep. */
export async function listFactoriesOf(ctx: PlatformContext, input: ListFactoriesInput): Promise<Page<FactoryOverview>> {
  authorizeOperator(ctx, "factories.read");
  const { limit, after, sort, search, state } = input;
  const { column, of, read } = ORDERS[sort.by];
  const cursor = unpackCursor(after, 2);
  const direct = sort.direction === "asc" ? asc : desc;
  const rows = await selectFactories(ctx.central)
    .where(
      and(
        seenBy(ctx),
        state === undefined ? undefined : eq(factories.state, state),
        search ? matches(search) : undefined,
        cursor && afterRow(cursor, { column, read }, sort.direction),
      ),
    )
    .orderBy(direct(column), direct(factories.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [of(row), row.id]);
  return { ...page, rows: await withFigures(ctx.central, page.rows, ctx.now()) };
}

/** The condition that leaves an OPERATOR the factories they are assigned; none for the others. */
export function seenBy({ operator: { factoryIds } }: PlatformContext): SQL | undefined {
  return factoryIds === null ? undefined : inArray(factories.id, [...factoryIds, NOBODYS]);
}

// So that the list is never empty, which would be no condition.
const NOBODYS = "00000000-0000-0000-0000-000000000000";

function afterRow(
  [value = null, id = null]: Cursor,
  { column, read }: Pick<Order, "column" | "read">,
  direction: "asc" | "desc",
): SQL | undefined {
  return comesAfter(
    [
      [column, value === null ? null : read(value)],
      [factories.id, id],
    ],
    direction,
  );
}

const matches = (search: string): SQL | undefined =>
  or(
    ...[factories.factoryName, factories.dbName, registrations.factoryName, registrations.dbName].map((text) =>
      contains(text, search),
    ),
  );

function toMoment(text: string): Date {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

const numberText = (value: number | null): string | null => (value === null ? null : String(value));
