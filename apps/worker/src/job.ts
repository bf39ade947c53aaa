import type { Tenancy } from "@storehouse/tenancy";
import type { Provisioner } from "@storehouse/tenancy/provision";
import type { Logger } from "pino";

/** What a job works with. */
export type JobContext = Readonly<{
  tenancy: Tenancy;
  provisioner: Provisioner;
  log: Logger;
  /** Hears of each factory in which a job came to nothing; it stands with the run, for the operator to read. */
  onFailure: (factory: string, error: unknown, words: string) => void;
}>;

/** A piece of work of the timetable. It may be run at any time and again; what it returns is logged when it did something. */
export type Job = Readonly<{ name: string; run: (context: JobContext) => Promise<Readonly<Record<string, number>>> }>;
