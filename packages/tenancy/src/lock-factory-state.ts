import { type CentralDb, eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";

/** Locks a factory's row until the transaction ends, and says its state: who asks at the same time waits here. Throws NOT_FOUND. */
export async function lockFactoryState(tx: CentralDb, factoryId: string): Promise<string> {
  const [row] = await tx
    .select({ state: factories.state })
    .from(factories)
    .where(eq(factories.id, factoryId))
    .for("update");
  return row?.state ?? fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
}
