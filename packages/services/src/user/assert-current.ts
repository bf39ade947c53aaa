import { fail } from "@storehouse/domain";

type Versioned = Readonly<{ version: number }> & Readonly<Record<string, unknown>>;

/** Refuses with STALE when the person was saved since the caller read them, naming the fields that differ from what is asked for. */
export function assertCurrent(id: string, current: Versioned, wanted: Versioned): void {
  if (current.version === wanted.version) return;
  const changed = Object.keys(wanted).filter((key) => key !== "version" && wanted[key] !== current[key]);
  fail({ code: "STALE", entity: "user", id, current, changed });
}
