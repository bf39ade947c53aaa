import { accountName, quoteName } from "./grants.ts";
import { type FoundRegistration, getRegistration } from "./get-registration.ts";
import type { Provisioner } from "./open-provisioner.ts";
import type { Session } from "./open-session.ts";
import { inspectDatabase } from "./own-database.ts";
import { lockDatabaseName } from "./provision-lock.ts";
import { changeUnderLease, type Claim } from "./registration-lease.ts";

/**
 * Takes back what the making of a factory has made, that and nothing else, and lets go of its names. The caller holds
 * the registration. False when another connection is at work on the name: then nothing was done.
 */
export async function undoFactory(provisioner: Provisioner, claim: Claim): Promise<boolean> {
  const { central, factoryId } = claim;
  const registration = await getRegistration(central, factoryId);
  const session = await provisioner.openSession();
  try {
    if (!(await lockDatabaseName(session, registration.dbName))) return false;
    // Nobody may lose the lease between the look and the DROP without noticing it here first.
    await changeUnderLease(claim, {});
    await dropOwnDatabase(session, registration);
    await session.run(`DROP USER IF EXISTS ${accountName(registration.dbUser)}`);
  } finally {
    await session.close();
  }
  const letGo = `-${factoryId.replaceAll("-", "")}`;
  await changeUnderLease(claim, {
    event: "factory.giveUp",
    factory: { state: "FAILED", dbName: letGo, factoryName: letGo, secret: null, secretKeyId: null },
    registration: { isCreatingDatabase: false, hasCreatedDatabase: false, leaseHolder: null, leaseUntil: null },
  });
  return true;
}

async function dropOwnDatabase(session: Session, registration: FoundRegistration): Promise<void> {
  const { isCreatingDatabase, hasCreatedDatabase, dbName } = registration;
  if (!isCreatingDatabase && !hasCreatedDatabase) return;
  const found = await inspectDatabase(session, registration);
  const isLeftOver = hasCreatedDatabase && found === "remains";
  if (found === "ours" || found === "empty" || isLeftOver) await session.run(`DROP DATABASE ${quoteName(dbName)}`);
}
