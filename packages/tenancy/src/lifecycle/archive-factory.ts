import { type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { lockFactoryState } from "../lock-factory-state.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";

const NOW = sql`utc_timestamp(3)`;

/** What its people read from here on. */
export const ARCHIVE_REASON = "This factory has been closed.";

/** Shuts a factory that is to be archived, so that its last backup holds everything; done already, nothing changes. Throws NOT_FOUND, WRONG_STATE. */
export async function closeForArchive(central: CentralDb, factoryId: string): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const state = await lockFactoryState(tx, factoryId);
    if (state !== "READY" && state !== "SUSPENDED") wrong(factoryId, state);
    const change = { state: "SUSPENDED", suspendReason: ARCHIVE_REASON, suspendedAt: NOW, updatedAt: NOW };
    await tx.update(factories).set(change).where(eq(factories.id, factoryId));
  });
}

/** Archives a factory whose last backup was restored to see. From here its days until deletion count. Throws NOT_FOUND, WRONG_STATE. */
export async function completeArchive(central: CentralDb, factoryId: string, backupId: string): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const state = await lockFactoryState(tx, factoryId);
    if (state === "ARCHIVED") return;
    if (state !== "SUSPENDED") wrong(factoryId, state);
    const change = { state: "ARCHIVED", archivedAt: NOW, updatedAt: NOW };
    await tx.update(factories).set(change).where(eq(factories.id, factoryId));
    await recordPlatformEvent(tx, { actor: "worker", action: "factory.archive", factoryId, detail: { backupId } });
  });
}

const wrong = (id: string, state: string): never => fail({ code: "WRONG_STATE", entity: "factory", id, state });
