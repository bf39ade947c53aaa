import type { Command } from "./command.ts";

/** Every command by its words. Loaded when called, so that a quick one stays quick. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["setup", async () => (await import("./commands/set-up.ts")).setUpCommand],
  ["check-server", async () => (await import("./commands/check-server.ts")).checkServerCommand],
  ["factory create", async () => (await import("./commands/create-factory.ts")).createFactoryCommand],
  ["factory list", async () => (await import("./commands/list-factories.ts")).listFactoriesCommand],
  ["factory migrate", async () => (await import("./commands/migrate-factories.ts")).migrateFactoriesCommand],
  ["factory retry", async () => (await import("./commands/retry-factory.ts")).retryFactoryCommand],
  ["factory suspend", async () => (await import("./commands/suspend-factory.ts")).suspendFactoryCommand],
  ["factory set-plan", async () => (await import("./commands/set-plan.ts")).setPlanCommand],
  ["factory reactivate", async () => (await import("./commands/reactivate-factory.ts")).reactivateFactoryCommand],
  ["jobs list", async () => (await import("./commands/list-jobs.ts")).listJobsCommand],
  ["jobs runs", async () => (await import("./commands/list-runs.ts")).listRunsCommand],
  ["jobs retry", async () => (await import("./commands/retry-job.ts")).retryJobCommand],
  ["jobs run", async () => (await import("./commands/steer-job.ts")).runJobCommand],
  ["jobs pause", async () => (await import("./commands/steer-job.ts")).pauseJobCommand],
  ["jobs resume", async () => (await import("./commands/steer-job.ts")).resumeJobCommand],
  ["sync-connections", async () => (await import("./commands/sync-connections.ts")).syncConnectionsCommand],
  ["rotate-keys", async () => (await import("./commands/rotate.ts")).rotateKeysCommand],
  ["factory rotate-password", async () => (await import("./commands/rotate.ts")).rotatePasswordCommand],
  ["factory archive", async () => (await import("./commands/end-factory.ts")).archiveFactoryCommand],
  ["factory delete", async () => (await import("./commands/end-factory.ts")).deleteFactoryCommand],
  ["seed", async () => (await import("./commands/seed.ts")).seedCommand],
  ["worker-health", async () => (await import("./commands/worker-health.ts")).workerHealthCommand],
]);
