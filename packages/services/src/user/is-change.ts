import { fail } from "@storehouse/domain";

type Versioned = Readonly<{ version: number }> & Readonly<Record<string, unknown>>;

/**
 * True when what is asked for differs from what is stored: a save sent twice finds nothing left to do the second time.
 * Refuses with STALE, naming the fields, when it differs and the person was saved since the caller read them.
 */
export function isChange(id: string, current: Versioned, wanted: Versioned): boolean {
  const changed = Object.keys(wanted).filter(
    (key) => key !== "version" && JSON.stringify(wanted[key]) !== JSON.stringify(current[key]),
  );
  if (changed.length > 0 && current.version !== wanted.version)
    fail({ code: "STALE", entity: "user", id, current, changed });
  return changed.length > 0;
}
