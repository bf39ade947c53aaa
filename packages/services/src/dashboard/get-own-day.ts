import { dayIn, type OwnDay, startOfDay } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { listEntries } from "../inventory/list-entries.ts";
import { findFactoryDay } from "./factory-day.ts";
import { countLow, findLow } from "./find-low.ts";

const MINE = 20;

/** What somebody who books looks at first: their own entries of the factory's day, and what runs short. Throws NOT_ALLOWED. */
export async function getOwnDay(ctx: TenantContext): Promise<OwnDay> {
  authorize(ctx, "inventory.read");
  const { timeZone } = await findFactoryDay(ctx.db);
  const today = dayIn(timeZone, ctx.now());
  const { rows, next } = await listEntries(ctx, {
    userId: personOf(ctx),
    from: startOfDay(timeZone, today).toISOString(),
    limit: MINE,
    direction: "desc",
    reference: null,
  });
  const { low } = await countLow(ctx);
  return { today, mine: rows, hasMore: next !== undefined, lowProducts: low, low: await findLow(ctx) };
}
