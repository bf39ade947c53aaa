import { findFactoryDay } from "../dashboard/factory-day.ts";
import { lastDays, type LocalDay } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { postLines } from "../inventory/post-lines.ts";
import { transferStock } from "../inventory/transfer-stock.ts";
import { newId } from "../new-id.ts";
import { planDay, planShortages } from "./plan-day.ts";
import type { SamplePlan } from "./plan-sample.ts";
import { SAMPLE_DOCUMENT } from "./sample-record.ts";
import type { SeedAction, SeedWorld } from "./seed-world.ts";
import { seededRandom } from "./seeded-random.ts";

const DAYS = 28;
const START = 7;
const DAY_HOURS = 24;
/** One product of so many runs short by today. */
const SHORT_EVERY = 8;

/** Books a sample's opening stock and four weeks of work up to now, day by day. */
export async function bookSample(ctx: TenantContext, sampleId: string, plan: SamplePlan): Promise<void> {
  const { stocks, dispatch, work } = plan;
  const { timeZone } = await findFactoryDay(ctx.db);
  const now = ctx.now();
  const days = lastDays(now, timeZone, DAYS);
  const world: SeedWorld = { stocks, dispatchId: dispatch.id, random: seededRandom(START) };
  const document = { referenceType: SAMPLE_DOCUMENT, referenceId: sampleId };
  const opening = { type: "opening" as const, reference: "Stock taking", note: null, lines: work.openings };
  await postLines(ctx, { clientId: newId(), ...opening, occurredAt: momentIn(days[0], 7, now), ...document });
  for (const [at, day] of days.entries()) {
    const isToday = at === DAYS - 1;
    if (isSunday(day) && !isToday) continue;
    const actions = [...planDay(world, at + 1), ...(isToday ? planShortages(world, SHORT_EVERY) : [])];
    for (const action of withoutMistakes(actions)) {
      await perform(ctx, action, { occurredAt: momentIn(day, action.hour, now), ...document });
    }
  }
}

const isSunday = ({ day }: LocalDay): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** A sample has nothing undone in it: an undo happens now, weeks after what it undoes. */
function withoutMistakes(actions: readonly SeedAction[]): readonly SeedAction[] {
  const undone = new Set(actions.flatMap((action) => (action.kind === "reverse" ? [action.ofKey] : [])));
  return actions.filter(({ key, kind }) => kind !== "reverse" && !undone.has(key));
}

/** An hour of a day; of the day that is not over, the same share of what is. */
function momentIn(day: LocalDay | undefined, hour: number, now: Date): string {
  if (day === undefined) throw new Error("a sample has days");
  const length = Math.min(day.until.getTime(), now.getTime()) - day.from.getTime();
  return new Date(day.from.getTime() + Math.floor((length * hour) / DAY_HOURS)).toISOString();
}

type About = Readonly<{ occurredAt: string; referenceType: string; referenceId: string }>;

async function perform(ctx: TenantContext, action: SeedAction, about: About): Promise<void> {
  if (action.kind === "post") {
    const { type, direction, lines, reference, note } = action;
    const direct = direction === undefined ? {} : { direction };
    const words = { reference: reference || null, note: note || null };
    await postLines(ctx, { clientId: newId(), type, ...direct, lines, ...words, ...about });
  }
  if (action.kind === "transfer") {
    const { fromId: fromLocationId, toId: toLocationId, reference } = action;
    const lines = action.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
    await transferStock(ctx, {
      clientId: newId(),
      fromLocationId,
      toLocationId,
      lines,
      reference,
      note: null,
      ...about,
    });
  }
}
