import { eq } from "@storehouse/db";
import { postings } from "@storehouse/db/tenant";
import {
  planDay,
  planShortages,
  postEntries,
  reverse,
  type SeedAction,
  seededRandom,
  type SeedStock,
  type SeedWorld,
  type TenantContext,
  transferStock,
} from "@storehouse/services";
import { seedId } from "./seed-id.ts";
import { SEED_DAYS, type SeedFactory } from "./seed-plan.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type EntriesWish = Readonly<{
  factory: SeedFactory;
  stocks: readonly SeedStock[];
  dispatchId: string;
  /** The people who book, each as the use cases see them at a moment. */
  people: readonly ((at: Date) => TenantContext)[];
  startsAt: Date;
}>;

/** Books half a year, day by day, through the use cases. Run again, it goes on where it was left: each posting has an id of its own. */
export async function seedEntries({ factory, stocks, dispatchId, people, startsAt }: EntriesWish): Promise<void> {
  const [ctx] = people.map((person) => person(startsAt));
  if (ctx === undefined || (await isBooked(ctx, seedId(factory.dbName, "shortages")))) return;
  const world: SeedWorld = { stocks, dispatchId, random: seededRandom(factory.start) };
  const book = (action: SeedAction, day: number) => {
    const at = new Date(startsAt.getTime() + day * DAY_MS + action.hour * HOUR_MS);
    const person = people[action.person % people.length];
    if (person === undefined) throw new Error("a seeded factory has people");
    return perform(person(at), factory.dbName, action);
  };
  for (let day = 1; day < SEED_DAYS; day += factory.everyDays) {
    const isSunday = new Date(startsAt.getTime() + day * DAY_MS).getUTCDay() === 0;
    for (const action of isSunday ? [] : planDay(world, day)) await book(action, day);
  }
  for (const action of planShortages(world)) await book(action, SEED_DAYS - 1);
}

async function isBooked({ db }: TenantContext, clientId: string): Promise<boolean> {
  const rows = await db.select({ id: postings.id }).from(postings).where(eq(postings.clientId, clientId));
  return rows.length > 0;
}

async function perform(ctx: TenantContext, dbName: string, action: SeedAction): Promise<void> {
  const clientId = seedId(dbName, action.key);
  switch (action.kind) {
    case "post": {
      const { type, direction, lines, reference, note } = action;
      const direct = direction === undefined ? {} : { direction };
      await postEntries(ctx, { clientId, type, ...direct, lines, reference: reference || null, note: note || null });
      return;
    }
    case "transfer": {
      const { fromId: fromLocationId, toId: toLocationId, reference } = action;
      const lines = action.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
      await transferStock(ctx, { clientId, fromLocationId, toLocationId, lines, reference, note: null });
      return;
    }
    case "reverse": {
      const [made] = await ctx.db
        .select({ id: postings.id })
        .from(postings)
        .where(eq(postings.clientId, seedId(dbName, action.ofKey)));
      if (made === undefined) throw new Error(`${action.ofKey} was not booked.`);
      await reverse(ctx, { clientId, postingId: made.id, reason: action.reason });
    }
  }
}
