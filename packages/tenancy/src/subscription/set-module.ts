import { type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail, type Module, readModules } from "@storehouse/domain";
import { recordPlatformEvent } from "../record-platform-event.ts";

/**
 * Turns a module of a factory on or off; what stands so already is left. Processes that remember the factory hear of it within seconds. `alongside` writes it
 * into the factory's own log, and where that fails nothing was done. Throws NOT_FOUND.
 */
export const setFactoryModule = (
  central: CentralDb,
  factoryId: string,
  { module, isOn, by }: Readonly<{ module: Module; isOn: boolean; by: string }>,
  alongside: () => Promise<void>,
): Promise<void> =>
  centralTransaction(central, async (db) => {
    const { id, modulesOff } = factories;
    const [row] = await db.select({ modulesOff }).from(factories).where(eq(id, factoryId)).for("update");
    if (row === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
    const off = readModules(row.modulesOff);
    if (off.includes(module) !== isOn) return undefined;
    const next = isOn ? off.filter((one) => one !== module) : [...off, module];
    await db.update(factories).set({ modulesOff: next, updatedAt: sql`utc_timestamp(3)` }).where(eq(id, factoryId));
    const detail = { module, isOn, by };
    await recordPlatformEvent(db, { actor: "factory", action: "factory.setModule", factoryId, detail });
    return alongside();
  });
