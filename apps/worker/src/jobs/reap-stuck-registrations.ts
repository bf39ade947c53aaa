import { forgetFailedRegistrations, reapRegistrations } from "@storehouse/tenancy/provision";
import type { Job } from "../job.ts";

/** Takes back what sign-ups have made that will never be finished, and forgets the passwords of failed ones. */
export const reapStuckRegistrations: Job = {
  name: "reap-stuck-registrations",
  run: async ({ provisioner, onFailure }) => ({
    reaped: await reapRegistrations(provisioner, (factoryId, error) =>
      onFailure(factoryId, error, "a sign-up could not be taken back"),
    ),
    forgotten: await forgetFailedRegistrations(provisioner),
  }),
};
