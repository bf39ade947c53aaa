import { FIRST_SETUP, ScanSetup } from "./setup.ts";

/** How this device scans, at this very moment: a scan that follows a place's label at once must already find it. */
export type SetupStore = Readonly<{
  get: () => ScanSetup;
  set: (change: (setup: ScanSetup) => ScanSetup) => void;
  subscribe: (changed: () => void) => () => void;
}>;

/** Opens what the device keeps under a key. */
export function openSetupStore(key: string, storage: Storage): SetupStore {
  const listeners = new Set<() => void>();
  let setup = read(storage, key);
  return {
    get: () => setup,
    set: (change) => {
      setup = change(setup);
      try {
        storage.setItem(key, JSON.stringify(setup));
      } catch {
        // Then it lasts as long as the page.
      }
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function read(storage: Storage, key: string): ScanSetup {
  try {
    const kept = ScanSetup.safeParse(JSON.parse(storage.getItem(key) ?? "null"));
    return kept.data ?? FIRST_SETUP;
  } catch {
    return FIRST_SETUP;
  }
}
