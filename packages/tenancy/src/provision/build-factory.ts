import { findDriverError } from "@storehouse/db";
import { DbName, type FactoryState } from "@storehouse/domain";
import type { Keys } from "../keys.ts";
import { poolLimit } from "../pool-limit.ts";
import { type FoundRegistration, getRegistration } from "./get-registration.ts";
import { loadSchema, type Schema, statementOf } from "./load-schema.ts";
import type { Session } from "./open-session.ts";
import { CannotBeMade, createDatabase, inspectDatabase, markDatabase, nameOccupied } from "./own-database.ts";
import { createOwnUser, grantOwnUser, keepPassword } from "./own-user.ts";
import { plantFirstRows } from "./plant-first-rows.ts";
import { changeUnderLease, type Claim, releaseFor } from "./registration-lease.ts";

/** The points a factory's making passes; each is reached again, harmlessly, when it is taken up after a crash. */
export const BUILD_POINTS = [
  "claimed",
  "intended",
  "created",
  "marked",
  "password-kept",
  "user-made",
  "schema-loaded",
  "granted",
  "planted",
  "ready",
] as const;
export type BuildPoint = (typeof BUILD_POINTS)[number];

/** What one attempt works with: a session that holds the lock on the database's name, and whom to tell how far it is. */
export type Building = Readonly<{
  claim: Claim;
  keys: Keys;
  session: Session;
  schema: Schema;
  onPoint: (point: BuildPoint) => void;
}>;

type BuildingState = "REQUESTED" | "CREATING" | "MIGRATING" | "SEEDING";
type Step = (building: Building, registration: FoundRegistration) => Promise<FactoryState>;

const EXISTS_ALREADY = 1007;
const FIRST_USER_COUNT = 1;

/** What each state has still to do, and the state that follows. */
const STEPS: Record<BuildingState, Step> = {
  // The names came by way of the web, which this side does not trust.
  REQUESTED: async (_, { dbName }) => {
    if (!DbName.safeParse(dbName).success) throw new CannotBeMade("NAME_INVALID", "no factory may have this name");
    return "CREATING";
  },
  CREATING: async (building, registration) => {
    await createOwnDatabase(building, registration);
    await createUser(building, registration);
    return "MIGRATING";
  },
  MIGRATING: async ({ session, schema, onPoint }, registration) => {
    await loadSchema(session, registration.dbName, schema);
    onPoint("schema-loaded");
    await grantOwnUser(session, registration);
    onPoint("granted");
    return "SEEDING";
  },
  SEEDING: async ({ session, claim, onPoint }, { dbName, master }) => {
    if (master === undefined) throw new Error("The registration holds no password for the first master");
    await plantFirstRows(session, dbName, claim.factoryId, master);
    onPoint("planted");
    return "READY";
  },
};

/** Does what is left of making a factory, from the state it is in up to READY. Throws what stopped it. */
export async function buildFactory(building: Building): Promise<void> {
  for (;;) {
    const registration = await getRegistration(building.claim.central, building.claim.factoryId);
    if (!isBuildingState(registration.state)) return;
    const next = await STEPS[registration.state](building, registration);
    await enter(building, next);
    if (next === "READY") building.onPoint("ready");
  }
}

/** True while a factory is being made. */
export const isBuildingState = (state: FactoryState): state is BuildingState => state in STEPS;

async function enter({ claim, schema }: Building, state: FactoryState): Promise<void> {
  if (state !== "READY") return changeUnderLease(claim, { factory: { state } });
  const userCount = FIRST_USER_COUNT;
  await changeUnderLease(claim, {
    event: "factory.create",
    factory: { state, userCount, maxConnections: poolLimit(userCount), schemaVersion: schema.version },
    registration: { ...releaseFor(0), adminPasswordHash: null, failedStep: null, error: null },
  });
}

async function createOwnDatabase(building: Building, registration: FoundRegistration): Promise<void> {
  const { claim, session, onPoint, schema } = building;
  const found = await inspectDatabase(session, registration);
  if (registration.hasCreatedDatabase && found === "ours") return;
  if (registration.hasCreatedDatabase) throw new Error(`The database is ${found} though it was made`);

  const isOwn = found === "ours" || (found === "empty" && registration.isCreatingDatabase);
  if (found !== "absent" && !isOwn) throw nameOccupied(registration.dbName);
  if (found === "absent") {
    await changeUnderLease(claim, { registration: { isCreatingDatabase: true } });
    onPoint("intended");
    await createUnlessThere(building, registration);
    onPoint("created");
  }
  if (found !== "ours") await markDatabase(session, registration, statementOf(schema.snapshot, "identity"));
  await changeUnderLease(claim, { registration: { hasCreatedDatabase: true } });
  onPoint("marked");
}

/** Somebody else may have made it between the look and the CREATE: then the intent is taken back, for it is not ours. */
async function createUnlessThere({ session, claim }: Building, { dbName }: { dbName: string }) {
  try {
    await createDatabase(session, dbName);
  } catch (error) {
    if (findDriverError(error)?.errno !== EXISTS_ALREADY) throw error;
    await changeUnderLease(claim, { registration: { isCreatingDatabase: false } });
    throw nameOccupied(dbName);
  }
}

async function createUser({ claim, keys, session, onPoint }: Building, owner: FoundRegistration) {
  const password = await keepPassword(claim, keys);
  onPoint("password-kept");
  await createOwnUser(session, owner, password);
  onPoint("user-made");
}
