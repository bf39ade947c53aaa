import { and, count, eq, gt } from "@storehouse/db";
import { locationMinimums, locations, stockLevels } from "@storehouse/db/tenant";
import { type ArchiveInput, fail } from "@storehouse/domain";
import { reviewVariants } from "../alert/review-variants.ts";
import { authorize, type TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { locationRecord } from "./location-record.ts";

/** Archives a place or takes it back. Refuses with IN_USE while anything is there: its stock would be out of reach; one taken back, with LIMIT_REACHED. */
export async function archiveLocation(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "locations.archive");
  assertReach(ctx, input.id);
  return archiveRecord(ctx, locationRecord, input, {
    check: async (tx, { id }, { isArchived }) => {
      await (isArchived ? refuseStocked(tx, id) : assertRoom(tx, { locations: 1 }));
    },
    andThen: (tx, { id }) => reviewPlace(tx, id),
  });
}

/** Locks the place before it counts: an entry on its way holds the row through its foreign key, and is waited for. */
async function refuseStocked(ctx: TenantContext, id: string): Promise<void> {
  await ctx.db.select({ id: locations.id }).from(locations).where(eq(locations.id, id)).for("update");
  const [stocked] = await ctx.db
    .select({ count: count() })
    .from(stockLevels)
    .where(and(eq(stockLevels.locationId, id), gt(stockLevels.onHand, "0")));
  if (stocked !== undefined && stocked.count > 0) {
    fail({ code: "IN_USE", entity: "location", id, by: "variant", count: stocked.count });
  }
}

/** A place out of use has no minimum to fall below; one that is taken back has it again. */
async function reviewPlace(ctx: TenantContext, id: string): Promise<void> {
  const wanted = await ctx.db
    .select({ variantId: locationMinimums.variantId })
    .from(locationMinimums)
    .where(eq(locationMinimums.locationId, id));
  await reviewVariants(
    ctx,
    wanted.map(({ variantId }) => variantId),
  );
}
