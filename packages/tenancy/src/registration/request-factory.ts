import { type CentralDb, centralTransaction, isDuplicateKey, sql } from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import { fail, type RegisterInput } from "@storehouse/domain";
import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { type PlatformActor, recordPlatformEvent } from "../record-platform-event.ts";

/** A sign-up whose password is hashed already. */
export type FactoryRequest = Omit<RegisterInput, "admin_password"> & Readonly<{ adminPasswordHash: string }>;

/** Where new factories are made: the installation's own setting, never a caller's. */
export type FactoryServer = Readonly<{ host: string; port: number }>;

/** As `FactoryServer`, and for how many days those who sign up by themselves try it; null for as long as they like. */
export type NewFactory = FactoryServer & Readonly<{ trialDays?: number | null }>;

/** What the browser keeps: the ticket it asks with, and the login that will work once the factory is ready. */
export type RequestedFactory = Readonly<{ factoryId: string; ticket: string; login: string }>;

const now = sql`utc_timestamp(3)`;
const trialFor = (days: number) => ({ subscription: "TRIAL", periodEndsAt: sql`${now} + interval ${days} day` });

/**
 * Reserves a factory's names and leaves its making to the worker: the web has no right to create a database.
 * Throws TAKEN naming the field when another factory has the name.
 */
export async function requestFactory(
  central: CentralDb,
  request: FactoryRequest,
  { trialDays = null, ...server }: NewFactory,
): Promise<RequestedFactory> {
  const factoryId = v7();
  const ticket = randomBytes(32).toString("base64url");
  const { factory_name: factoryName, db_name: dbName, admin_username: adminUsername } = request;
  try {
    await centralTransaction(central, async (db) => {
      const names = { factoryName, dbName, createdAt: now, updatedAt: now };
      await db.insert(factories).values({
        ...names,
        ...server,
        id: factoryId,
        dbUser: databaseUserOf(factoryId),
        state: "REQUESTED",
        ...(trialDays !== null && trialFor(trialDays)),
      });
      await db.insert(registrations).values({
        ...names,
        factoryId,
        ticketHash: hashTicket(ticket),
        adminUsername,
        adminName: request.admin_name,
        adminEmail: request.admin_email || null,
        adminPasswordHash: request.adminPasswordHash,
      });
    });
  } catch (error) {
    throwTaken(error, { factoryName, dbName });
  }
  return { factoryId, ticket, login: `${adminUsername}@${dbName}` };
}

/** As requestFactory, for an operator: the service's log says who. */
export const requestFactoryBy = (
  central: CentralDb,
  request: FactoryRequest,
  server: FactoryServer,
  actor: PlatformActor,
): Promise<RequestedFactory> =>
  centralTransaction(central, async (tx) => {
    const requested = await requestFactory(tx, request, server);
    await recordPlatformEvent(tx, { actor, action: "factory.request", factoryId: requested.factoryId });
    return requested;
  });

/** Turns a refused name into TAKEN with the field it was typed in; throws what else it is given as it is. */
export function throwTaken(error: unknown, names: Readonly<{ factoryName: string; dbName: string }>): never {
  if (isDuplicateKey(error, "factories_db_name_uq")) {
    fail({ code: "TAKEN", field: "db_name", value: names.dbName });
  }
  if (isDuplicateKey(error, "factories_factory_name_uq")) {
    fail({ code: "TAKEN", field: "factory_name", value: names.factoryName });
  }
  throw error;
}

/** What is kept of a ticket: reading the table opens nobody's page. */
export const hashTicket = (ticket: string): string => createHash("sha256").update(ticket).digest("hex");

/** The last 24 of the 32 hexadecimal digits: the first eight are the time, the same for all of one minute. */
const databaseUserOf = (factoryId: string): string => `f_${factoryId.replaceAll("-", "").slice(8)}`;
