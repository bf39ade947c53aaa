import type { Module, UsageDay } from "@storehouse/domain";

/** The measured days of one factory, which stand outside its database: there is no way from here to another's. */
export type UsagePorts = Readonly<{
  /** Those from a day on, oldest first. */
  since: (day: string) => Promise<readonly UsageDay[]>;
  /** Keeps days in place of what was measured of them before; a size that is not known leaves the one there. */
  save: (days: readonly UsageDay[]) => Promise<void>;
}>;

/** Which modules one factory has turned off, which stands in the registry. */
export type ModulePorts = Readonly<{
  /** `alongside` is written in the same breath, where anything changes: where it fails, nothing was done. */
  set: (
    change: Readonly<{ module: Module; isOn: boolean; by: string }>,
    alongside: () => Promise<void>,
  ) => Promise<void>;
}>;
