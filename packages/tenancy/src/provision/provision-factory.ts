import { findDriverError } from "@storehouse/db";
import { type BuildPoint, buildFactory, isBuildingState } from "./build-factory.ts";
import { getRegistration } from "./get-registration.ts";
import { readSchema } from "./load-schema.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { CannotBeMade } from "./own-database.ts";
import { lockDatabaseName } from "./provision-lock.ts";
import {
  ATTEMPTS_MAX,
  changeUnderLease,
  type Claim,
  claimRegistration,
  LeaseLost,
  releaseFor,
} from "./registration-lease.ts";
import { undoFactory } from "./undo-factory.ts";

/** How an attempt ended: `busy` when another process is at it, `later` when it will be tried again. */
export type Provisioned = Readonly<{ outcome: "ready" | "busy" | "later" | "failed"; error?: unknown }>;

type OnPoint = (point: BuildPoint) => void;

const LOCKED_OUT_SECONDS = 10;

/**
 * Makes the factory of a registration, or goes on with one that was begun: the one thing for which the web needs
 * somebody with more rights than its own. It takes an id and nothing else from its caller; what to make stands in the
 * registry. A failed attempt is tried again; one that failed for good leaves nothing behind and lets go of its names.
 */
export async function provisionFactory(
  provisioner: Provisioner,
  factoryId: string,
  onPoint: OnPoint = () => undefined,
): Promise<Provisioned> {
  const { central } = provisioner;
  if (!isBuildingState((await getRegistration(central, factoryId)).state)) return { outcome: "busy" };
  const claim = await claimRegistration(central, factoryId);
  if (claim === undefined) return { outcome: "busy" };
  onPoint("claimed");

  try {
    return await buildOrEnd(provisioner, claim, onPoint);
  } catch (error) {
    if (error instanceof LeaseLost) return { outcome: "busy", error };
    throw error;
  }
}

async function buildOrEnd(provisioner: Provisioner, claim: Claim, onPoint: OnPoint): Promise<Provisioned> {
  try {
    const hasBuilt = await attempt(provisioner, claim, onPoint);
    return hasBuilt ? { outcome: "ready" } : await lockedOut(claim);
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    return endAttempt(provisioner, claim, error);
  }
}

/** One attempt on a session of its own. False when another connection is at work on the name. */
async function attempt(provisioner: Provisioner, claim: Claim, onPoint: (point: BuildPoint) => void): Promise<boolean> {
  const { dbName } = await getRegistration(claim.central, claim.factoryId);
  const session = await provisioner.openSession();
  try {
    if (!(await lockDatabaseName(session, dbName))) return false;
    await buildFactory({ claim, keys: provisioner.keys, session, schema: readSchema(), onPoint });
    return true;
  } finally {
    await session.close();
  }
}

/** The one who had it before still has a connection: that attempt was none. */
async function lockedOut(claim: Claim): Promise<Provisioned> {
  const { attempts } = await getRegistration(claim.central, claim.factoryId);
  await changeUnderLease(claim, { registration: { ...releaseFor(LOCKED_OUT_SECONDS), attempts: attempts - 1 } });
  return { outcome: "busy" };
}

async function endAttempt(provisioner: Provisioner, claim: Claim, error: unknown): Promise<Provisioned> {
  const { attempts, state } = await getRegistration(claim.central, claim.factoryId);
  const isFinal = error instanceof CannotBeMade || attempts >= ATTEMPTS_MAX;
  await changeUnderLease(claim, { registration: { failedStep: state, error: describe(error) } });
  if (isFinal && (await undoFactory(provisioner, claim))) return { outcome: "failed", error };
  await changeUnderLease(claim, { registration: releaseFor(2 ** (attempts - 1)) });
  return { outcome: "later", error };
}

/** The server's words are left out: they can repeat the statement, and with it a password. */
function describe(error: unknown): string {
  const driver = findDriverError(error);
  if (driver !== undefined) return `${driver.code} ${driver.errno}`;
  return (error instanceof Error ? error.message : "unknown").slice(0, 500);
}
