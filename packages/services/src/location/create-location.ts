import { locations } from "@storehouse/db/tenant";
import type { CreateLocationInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { checkSite } from "./check-site.ts";
import { locationRecord } from "./location-record.ts";

/** Adds a place. Sent twice, it adds one. */
export async function createLocation(ctx: TenantContext, input: CreateLocationInput): Promise<{ id: string }> {
  authorize(ctx, "locations.create");
  const { id, ...content } = input;
  await createOnce(ctx, { ...locationRecord, action: "locations.create", id, content }, async (tx) => {
    if (content.siteId !== null) await checkSite(tx, id, content.siteId);
    await tx.db.insert(locations).values({ id, ...content, ...firstStamps(tx.now()) });
  });
  return { id };
}
