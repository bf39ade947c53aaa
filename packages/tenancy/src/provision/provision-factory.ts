import { findDriverError } from "@storehouse/db";
import { type BuildPoint, buildFactory, isBuildingState } from "./build-factory.ts";
import { getRegistration } from "./get-registration.ts";
import { readSchema } from "./load-schema.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { NameOccupied } from "./own-database.ts";
import { lockDatabaseName } from "./provision-lock.ts";
import { ATTEMPTS_MAX, changeUnderLease, claimRegistration, LeaseLost, releaseFor } from "./registration-lease.ts";
import { undoFactory } from "./undo-factory.ts";

/** How an attempt ended: `busy` when another process is at it, `later` when it will be tried again. */
export type Provisioned = Readonly<{ outcome: "ready" | "busy" | "later" | "failed"; error?: unknown }>;

const LOCKED_OUT_SECONDS = 10;

/**
 * Makes the factory of a registration, or goes on with one that was begun: the one thing for which the web needs
 * somebody with more rights than its own. It takes an id and nothing else from its caller; what to make stands in the
 * registry. A failed attempt is tried again; one that failed for good leaves nothing behind and lets go of its names.
 */
export async function provisionFactory(
  provisioner: Provisioner,
  factoryId: string,
  onPoint: (point: BuildPoint) => void = () => undefined,
): Promise<Provisioned> {
  const { central } = provisioner;
  if (!isBuildingState((await getRegistration(central, factoryId)).state)) return { outcome: "busy" };
  if (!(await claimRegistration({ central, factoryId }))) return { outcome: "busy" };
  onPoint("claimed");

  try {
    const hasBuilt = await attempt(provisioner, factoryId, onPoint);
    return hasBuilt ? { outcome: "ready" } : await lockedOut(provisioner, factoryId);
  } catch (error) {
    if (error instanceof LeaseLost) return { outcome: "busy", error };
    return await endAttempt({ provisioner, factoryId, error });
  }
}

/** One attempt on a session of its own. False when another connection is at work on the name. */
async function attempt(
  provisioner: Provisioner,
  factoryId: string,
  onPoint: (point: BuildPoint) => void,
): Promise<boolean> {
  const { dbName } = await getRegistration(provisioner.central, factoryId);
  const session = await provisioner.openSession();
  try {
    if (!(await lockDatabaseName(session, dbName))) return false;
    await buildFactory({ provisioner, session, schema: readSchema(), factoryId, onPoint });
    return true;
  } finally {
    await session.close();
  }
}

/** The one who had it before still has a connection: that attempt was none. */
async function lockedOut({ central }: Provisioner, factoryId: string): Promise<Provisioned> {
  const { attempts } = await getRegistration(central, factoryId);
  await changeUnderLease(
    { central, factoryId },
    { registration: { ...releaseFor(LOCKED_OUT_SECONDS), attempts: attempts - 1 } },
  );
  return { outcome: "busy" };
}

type FailedAttempt = Readonly<{ provisioner: Provisioner; factoryId: string; error: unknown }>;

async function endAttempt({ provisioner, factoryId, error }: FailedAttempt): Promise<Provisioned> {
  const { central } = provisioner;
  const { attempts, state } = await getRegistration(central, factoryId);
  const isFinal = error instanceof NameOccupied || attempts >= ATTEMPTS_MAX;
  const registration = { failedStep: state, error: describe(error) };
  await changeUnderLease({ central, factoryId }, { registration });
  if (isFinal && (await undoFactory(provisioner, factoryId))) return { outcome: "failed", error };
  await changeUnderLease({ central, factoryId }, { registration: releaseFor(2 ** (attempts - 1)) });
  return { outcome: "later", error };
}

/** The server's words are left out: they can repeat the statement, and with it a password. */
function describe(error: unknown): string {
  const driver = findDriverError(error);
  if (driver !== undefined) return `${driver.code} ${driver.errno}`;
  return (error instanceof Error ? error.message : "unknown").slice(0, 500);
}
