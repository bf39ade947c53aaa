import { type CentralDb, eq } from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import { fail, type FactoryState } from "@storehouse/domain";
import { toFactoryState } from "../registration/registration-of.ts";
import type { FirstMaster } from "./plant-first-rows.ts";

/** A registration with its factory. `dbName` is the name as typed, also after a failed one has let go of it. */
export type FoundRegistration = Readonly<{
  factoryId: string;
  state: FactoryState;
  factoryName: string;
  dbName: string;
  dbUser: string;
  attempts: number;
  isCreatingDatabase: boolean;
  hasCreatedDatabase: boolean;
  /** Undefined once the master has been made. */
  master: FirstMaster | undefined;
}>;

/** Reads a registration by its factory. Throws NOT_FOUND. */
export async function getRegistration(central: CentralDb, factoryId: string): Promise<FoundRegistration> {
  const [row] = await central
    .select({ registration: registrations, state: factories.state, dbUser: factories.dbUser })
    .from(registrations)
    .innerJoin(factories, eq(factories.id, registrations.factoryId))
    .where(eq(registrations.factoryId, factoryId));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  const { registration, dbUser } = row;
  const { adminUsername: username, adminName: name, adminEmail: email, adminPasswordHash: passwordHash } = registration;
  return {
    ...registration,
    state: toFactoryState(row.state),
    dbUser,
    master: passwordHash === null ? undefined : { username, name, email, passwordHash },
  };
}
