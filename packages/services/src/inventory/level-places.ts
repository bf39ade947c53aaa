import { and, asc, desc, eq, gt, inArray, sql } from "@storehouse/db";
import { locations, stockLevels, variants } from "@storehouse/db/tenant";
import type { ListLevelsInput } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

type Scoped = Pick<TenantContext, "db" | "actor">;
type Direction = ListLevelsInput["direction"];

/** Which way levels come place by place; undefined where they do not. Those of one product are few: they are sorted whole. */
export function placesFirst(input: ListLevelsInput): Direction | undefined {
  if (input.lead === "location") return input.leadDirection ?? "asc";
  const isOfOne = input.productId !== undefined || input.variantId !== undefined;
  return input.sort === "location" && !isOfOne ? input.direction : undefined;
}

type Wanted = Readonly<{ input: ListLevelsInput; direction: Direction; found: readonly string[] | undefined }>;

/** The places that have a level to show, by name: of the products found, where those are few. */
export async function findPlaces(ctx: Scoped, wanted: Wanted): Promise<readonly string[]> {
  const { found } = wanted;
  if (found?.length === 0) return [];
  const rows = await (found === undefined ? selectPlaces(ctx, wanted) : selectPlacesOf(ctx, wanted, found));
  return rows.map(({ id }) => id);
}

/** Each place is asked by a look into the index of its levels; as EXISTS, the servers may turn it round and read all levels first. */
export function selectPlaces(ctx: Scoped, { input, direction }: Wanted) {
  const { db } = ctx;
  const level = db
    .select({ found: sql`1` })
    .from(stockLevels, { forceIndex: ["stock_levels_at_ix"] })
    .where(and(eq(stockLevels.locationId, locations.id), isShown(input)))
    .limit(1);
  return db
    .select({ id: locations.id })
    .from(locations)
    .where(and(isAsked(ctx, input), sql`(${level}) = 1`))
    .orderBy((direction === "asc" ? asc : desc)(locations.name));
}

function selectPlacesOf(ctx: Scoped, { input, direction }: Wanted, found: readonly string[]) {
  return ctx.db
    .selectDistinct({ id: locations.id, name: locations.name })
    .from(variants)
    .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .where(and(inArray(variants.productId, [...found]), isAsked(ctx, input), isShown(input)))
    .orderBy((direction === "asc" ? asc : desc)(locations.name));
}

const isAsked = (ctx: Scoped, { locationId }: ListLevelsInput) =>
  and(inPlaces(ctx, locations.id), locationId === undefined ? undefined : eq(locations.id, locationId));

const isShown = ({ isZeroShown }: ListLevelsInput) => (isZeroShown ? undefined : gt(stockLevels.onHand, "0"));
