import type { CentralDb } from "@storehouse/db";
import { installation } from "@storehouse/db/central";
import { fingerprintOf, type Keys } from "./keys.ts";

/**
 * Refuses keys of which none is the installation's own: with them no factory could be opened, and whatever were locked
 * meanwhile would be lost with them. Throws also when the central database is away.
 */
export async function assertOwnKeys(central: CentralDb, keys: Keys): Promise<void> {
  const [kept] = await central.select({ fingerprint: installation.keyFingerprint }).from(installation);
  if (kept === undefined || keys.all.some((key) => fingerprintOf(key) === kept.fingerprint)) return;
  throw new Error(
    "None of the keys given is this installation's own: its factories can't be opened. Nothing was changed. Put back the keys you saved.",
  );
}
