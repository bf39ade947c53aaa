import { type AnyColumn, inArray, type SQL, sql } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "./context.ts";

type Scoped = Pick<TenantContext, "actor">;

/** True for the rows at places the actor may see; undefined, which `and` leaves out, for who is limited to none. */
export function inPlaces({ actor: { places } }: Scoped, locationId: AnyColumn): SQL | undefined {
  if (places === null) return undefined;
  return places.size === 0 ? sql`false` : inArray(locationId, [...places]);
}

/** True when the actor may see and book what is at a place. */
export const mayReach = ({ actor: { places } }: Scoped, locationId: string): boolean =>
  places === null || places.has(locationId);

/** Refuses a place beyond the actor's with NOT_FOUND, as if it were not there, naming the field that pointed at it. */
export function assertReach(ctx: Scoped, locationId: string, field?: string): void {
  if (mayReach(ctx, locationId)) return;
  fail({ code: "NOT_FOUND", entity: "location", id: locationId, ...(field === undefined ? {} : { field }) });
}
