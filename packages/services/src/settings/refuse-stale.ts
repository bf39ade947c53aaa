import { fail } from "@storehouse/domain";
import type { StoredSettings } from "./read-settings.ts";

/** Refuses with STALE, and what is stored now, a change that was made from another version. */
export function refuseStale(stored: StoredSettings, version: number, changed: readonly string[]): void {
  if (stored.version === version) return;
  const { factoryId: id, ...current } = stored;
  fail({ code: "STALE", entity: "settings", id, current, changed });
}
