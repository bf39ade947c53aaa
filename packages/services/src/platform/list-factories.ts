import { type AnyColumn, and, asc, contains, desc, eq, inArray, or, type SQL, sql } from "@storehouse/db";
import { factories, factoryFigures, registrations } from "@storehouse/db/central";
import type { FactoryOverview, ListFactoriesInput, Page } from "@storehouse/domain";
import { type Cursor, toPage, unpackCursor } from "../cursor.ts";
import { comesAfter, isColumn } from "../record/keyset.ts";
import { selectFactories, withFigures } from "./factory-rows.ts";
import { authorizeOperator, ofAssigned, type PlatformContext } from "./platform-context.ts";
import { RANKS } from "./rank-factories.ts";

type Sort = ListFactoriesInput["sort"];
type By = Readonly<{ by: AnyColumn | SQL; read: (text: string) => unknown }>;

// What the registry itself holds; the rest is ranked.
const COLUMNS: Readonly<Record<Exclude<Sort["by"], keyof typeof RANKS>, By>> = {
  name: { by: factories.factoryName, read: String },
  createdAt: { by: factories.createdAt, read: toMoment },
  people: { by: factories.userCount, read: Number },
  size: { by: factoryFigures.sizeBytes, read: Number },
  lastActive: { by: factoryFigures.lastActiveAt, read: toMoment },
};

/** Lists the factories that the operator may see, with all that the service knows of them and nothing of what they keep. */
export async function listFactoriesOf(ctx: PlatformContext, input: ListFactoriesInput): Promise<Page<FactoryOverview>> {
  authorizeOperator(ctx, "factories.read");
  const { limit, search, state } = input;
  const filters = [
    seenBy(ctx),
    state === undefined ? undefined : eq(factories.state, state),
    search ? matches(search) : undefined,
  ];
  const places = await selectPlaces(ctx, input, filters);
  const page = toPage(places, limit, ({ value, id }) => [textOf(value), id]);
  const ids = page.rows.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await selectFactories(ctx.central).where(inArray(factories.id, ids));
  const inOrder = ids.flatMap((id) => rows.filter((row) => row.id === id));
  const { rows: _, ...next } = page;
  return { ...next, rows: await withFigures(ctx.central, inOrder, ctx.now()) };
}

/** The ids of a page and one more, in order, with what they are sorted by. */
function selectPlaces(
  { central, now }: PlatformContext,
  { sort: { by: name, direction }, after, limit }: ListFactoriesInput,
  filters: readonly (SQL | undefined)[],
) {
  const cursor = unpackCursor(after, 2);
  const direct = direction === "asc" ? asc : desc;
  const ranked = isRanked(name) ? RANKS[name](central, now()) : undefined;
  const order: By = isRanked(name) ? { by: sql`ranked.figure`, read: Number } : COLUMNS[name];
  const value = isColumn(order.by) ? sql`${order.by}`.mapWith(order.by) : order.by;
  const query = central
    .select({ id: factories.id, value })
    .from(factories)
    .innerJoin(registrations, eq(registrations.factoryId, factories.id))
    .leftJoin(factoryFigures, eq(factoryFigures.factoryId, factories.id))
    .$dynamic();
  if (ranked !== undefined) query.leftJoin(ranked, sql`ranked.factory_id = ${factories.id}`);
  return query
    .where(and(...filters, cursor && afterRow(cursor, order, direction)))
    .orderBy(direct(order.by), direct(factories.id))
    .limit(limit + 1);
}

const isRanked = (by: Sort["by"]): by is keyof typeof RANKS => Object.hasOwn(RANKS, by);

/** The condition that leaves an OPERATOR the factories they are assigned; none for the others. */
export const seenBy = ({ operator: { factoryIds } }: PlatformContext): SQL | undefined =>
  ofAssigned(factoryIds, factories.id);

function afterRow([value = null, id = null]: Cursor, { by, read }: By, direction: Sort["direction"]): SQL | undefined {
  return comesAfter(
    [
      [by, value === null ? null : read(value)],
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

const textOf = (value: unknown): string | null => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "number" || typeof value === "string" ? String(value) : null;
};
