import { locations } from "@storehouse/db/tenant";
import { type CreateLocationInput, fail } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { checkSite } from "./check-site.ts";
import { locationRecord } from "./location-record.ts";

/** Adds a place. Sent twice, it adds one. Throws LIMIT_REACHED. */
export async function createLocation(ctx: TenantContext, input: CreateLocationInput): Promise<{ id: string }> {
  authorize(ctx, "locations.create");
  const { id, ...content } = input;
  await createOnce(ctx, { ...locationRecord, action: "locations.create", id, content }, async (tx) => {
    // Who is limited to places makes new ones in a site of theirs: anywhere else they could not see what they made.
    if (content.siteId === null && tx.actor.places !== null) {
      fail({ code: "INVALID", field: "siteId", reason: "REQUIRED" });
    }
    if (content.siteId !== null) await checkSite(tx, id, content.siteId);
    await assertRoom(tx, { locations: 1 });
    await tx.db.insert(locations).values({ id, ...content, ...firstStamps(tx.now()) });
  });
  return { id };
}
