import type { GrantSupportInput, SupportGrant, SupportStatus } from "@storehouse/domain";

type By = Readonly<{ id: string; name: string; at: Date }>;

/** What the central database keeps of support in the factory, and of no other. `alongside` is written with it: where it fails, nothing was done. */
export type SupportPorts = Readonly<{
  status: (now: Date) => Promise<SupportStatus>;
  grant: (input: GrantSupportInput, by: By, alongside: () => Promise<void>) => Promise<SupportGrant>;
  end: (id: string, by: By, alongside: () => Promise<void>) => Promise<void>;
}>;
