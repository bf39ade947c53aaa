import { isPending, type Scan } from "./scan.ts";

/** What is done and older than this is forgotten by the device; the ledger has it. */
const KEPT_MS = 24 * 3600_000;
const DONE_MAX = 300;
const DONE: readonly Scan["state"]["kind"][] = ["stored", "undone", "found"];

/** The scans of one person in one factory on this device, oldest first. */
export type ScanStore = Readonly<{
  all: () => readonly Scan[];
  get: (id: string) => Scan | undefined;
  put: (scan: Scan) => void;
  /** Changes a scan that is there; one that was removed meanwhile stays away. */
  patch: (id: string, change: Partial<Scan>) => void;
  remove: (id: string) => void;
  /** False once the browser refused to keep something: what is not stored then lasts only as long as the page. */
  isKept: () => boolean;
  subscribe: (changed: () => void) => () => void;
}>;

/**
 * Keeps each scan under a key of its own, so that two tabs never write over each other's, and hears of what other tabs do. What the browser
 * refuses to keep stays in memory.
 */
export function openScanStore(prefix: string, storage: Storage, now: () => number = Date.now): ScanStore {
  const scans = new Map<string, Scan>();
  const listeners = new Set<() => void>();
  let sorted: readonly Scan[] = [];
  let hasRefused = false;

  const tell = () => {
    sorted = byAge(scans);
    for (const changed of listeners) changed();
  };
  const keep = (scan: Scan) => {
    scans.set(scan.id, scan);
    try {
      storage.setItem(prefix + scan.id, JSON.stringify(scan));
    } catch {
      hasRefused = true;
    }
  };
  const drop = (id: string) => {
    scans.delete(id);
    storage.removeItem(prefix + id);
  };
  const hear = (event: StorageEvent) => {
    if (!event.key?.startsWith(prefix)) return;
    const scan = read(event.newValue);
    if (scan === undefined) scans.delete(event.key.slice(prefix.length));
    else scans.set(scan.id, scan);
    tell();
  };

  for (const key of keysOf(storage)) {
    const scan = key.startsWith(prefix) ? read(storage.getItem(key)) : undefined;
    if (scan !== undefined) scans.set(scan.id, scan);
  }
  for (const { id } of outdated(byAge(scans), now())) drop(id);
  tell();

  return {
    all: () => sorted,
    get: (id) => scans.get(id),
    put: (scan) => {
      keep(scan);
      for (const { id } of outdated(byAge(scans), now())) drop(id);
      tell();
    },
    patch: (id, change) => {
      const scan = scans.get(id);
      if (scan === undefined) return;
      keep({ ...scan, ...change });
      tell();
    },
    remove: (id) => {
      drop(id);
      tell();
    },
    isKept: () => !hasRefused,
    subscribe: (changed) => {
      if (listeners.size === 0 && typeof window !== "undefined") window.addEventListener("storage", hear);
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0 && typeof window !== "undefined") window.removeEventListener("storage", hear);
      };
    },
  };
}

const byAge = (scans: ReadonlyMap<string, Scan>): readonly Scan[] =>
  [...scans.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What is done and may be forgotten: of long ago, or one too many. What waits for the server or for a person never is. */
function outdated(scans: readonly Scan[], now: number): readonly Scan[] {
  const done = scans.filter((scan) => DONE.includes(scan.state.kind) && !isPending(scan));
  const tooMany = Math.max(0, done.length - DONE_MAX);
  return done.filter((scan, index) => index < tooMany || now - Date.parse(scan.at) > KEPT_MS);
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");

function read(text: string | null): Scan | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    const isScan = typeof kept === "object" && kept !== null && "id" in kept && "code" in kept && "state" in kept;
    return isScan ? (kept as Scan) : undefined;
  } catch {
    return undefined;
  }
}
