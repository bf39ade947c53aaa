import { reconcileRegistry } from "@storehouse/tenancy/provision";
import type { Job } from "../job.ts";

const WORDS = {
  DATABASE_MISSING: "Its database is not on the server.",
  USER_MISSING: "Its database user is not on the server.",
  DATABASE_UNOWNED: "This database belongs to nothing in the registry.",
} as const;

/** Compares the registry with the databases and users that are there. What differs stands with the run; nothing is dropped or made. */
export const reconcileRegistries: Job = {
  name: "reconcile-registry",
  run: async ({ provisioner, onFailure }) => {
    const found = await reconcileRegistry(provisioner);
    for (const { dbName, server, kind } of found)
      onFailure(dbName, new Error(`${WORDS[kind]} (${server})`), "the registry and a server differ");
    return { failed: found.length };
  },
};
