import { and, type CentralDb, inArray, ne } from "@storehouse/db";
import { factories } from "@storehouse/db/central";

/** Those of some factories that nobody may be in now, whatever is remembered of them, and why as far as the operator said. */
export async function listClosed(
  central: CentralDb,
  factoryIds: readonly string[],
): Promise<readonly Readonly<{ id: string; state: string; reason: string | null }>[]> {
  if (factoryIds.length === 0) return [];
  return central
    .select({ id: factories.id, state: factories.state, reason: factories.suspendReason })
    .from(factories)
    .where(and(inArray(factories.id, [...factoryIds]), ne(factories.state, "READY")));
}
