import { type CentralDb, eq } from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import { fail, FACTORY_STATES, type FactoryState, type Registration } from "@storehouse/domain";
import { hashTicket } from "./request-factory.ts";

/** How far the registration of a ticket has come. `error` is set once it has failed for good. Throws NOT_FOUND. */
export async function registrationOf(central: CentralDb, ticket: string): Promise<Registration> {
  const [row] = await central
    .select({
      state: factories.state,
      dbName: registrations.dbName,
      username: registrations.adminUsername,
      error: registrations.error,
    })
    .from(registrations)
    .innerJoin(factories, eq(factories.id, registrations.factoryId))
    .where(eq(registrations.ticketHash, hashTicket(ticket)));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: "" });
  const state = toFactoryState(row.state);
  const error = state === "FAILED" ? (row.error?.startsWith("NAME_") ? "NAME_OCCUPIED" : "NOT_MADE") : null;
  return { state, login: `${row.username}@${row.dbName}`, error };
}

/** A stored state as one of the states there are. */
export function toFactoryState(stored: string): FactoryState {
  const state = FACTORY_STATES.find((known) => known === stored);
  if (state === undefined) throw new Error(`The registry holds a state that does not exist: ${stored}`);
  return state;
}
