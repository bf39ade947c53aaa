import { PLANS } from "@storehouse/domain";
import type { Session } from "./open-session.ts";

/** Writes the plans that are not there yet; those that are may have been changed, and stay. */
export async function plantPlans(session: Session): Promise<void> {
  for (const { code, limits, modules } of PLANS) {
    await session.run(
      "insert ignore into plans (code, max_users, max_products, max_locations, max_storage_mb, modules) values (?, ?, ?, ?, ?, ?)",
      [code, limits.users, limits.products, limits.locations, limits.storageMb, JSON.stringify(modules)],
    );
  }
}
