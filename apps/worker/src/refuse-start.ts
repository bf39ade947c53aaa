import { isUnavailable } from "@storehouse/db";
import { assertOwnKeys } from "@storehouse/tenancy";
import { setTimeout as sleep } from "node:timers/promises";
import type { WorkContext } from "./run-job.ts";

const AGAIN_MS = 2_000;

/** Ends the process with the reason in one line: its supervisor and whoever reads the log need no stack. */
export function refuseStart(error: unknown): never {
  console.error(error instanceof Error ? error.message : "The worker could not start.");
  process.exit(1);
}

/** Waits for the central database, and ends the process unless its keys are the installation's own. */
export async function awaitOwnKeys({ tenancy: { central }, provisioner, log }: WorkContext): Promise<void> {
  for (;;) {
    try {
      await assertOwnKeys(central, provisioner.keys);
      return;
    } catch (error) {
      if (!isUnavailable(error)) refuseStart(error);
      log.warn({ error }, "the central database is away");
      await sleep(AGAIN_MS);
    }
  }
}
