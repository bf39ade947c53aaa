import { eq } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import { type ByIdInput, fail, type LocationRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";
import { selectLocations, toLocationRow } from "./select-locations.ts";

/** One place, archived or not. Throws NOT_FOUND. */
export async function getLocation(ctx: TenantContext, { id }: ByIdInput): Promise<LocationRow> {
  authorize(ctx, "locations.read");
  assertReach(ctx, id);
  const [row] = await selectLocations(ctx.db).where(eq(locations.id, id));
  return row === undefined ? fail({ code: "NOT_FOUND", entity: "location", id }) : toLocationRow(row);
}
