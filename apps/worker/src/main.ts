import { createTenancy, installCrashLog, parseDatabaseUrl, WORKER_FACTORY_CONNECTIONS } from "@storehouse/tenancy";
import { openProvisioner } from "@storehouse/tenancy/provision";
import { hostname } from "node:os";
import { schedule } from "node-cron";
import { createLog } from "./create-log.ts";
import { readEnv, type WorkerEnv } from "./env.ts";
import { holdLease } from "./hold-lease.ts";
import type { Job } from "./job.ts";
import { backUpAllBy, backUpRequestedBy } from "./jobs/back-up.ts";
import { cleanUpBackupsBy } from "./jobs/clean-up-backups.ts";
import { clearCrashedBackupsBy } from "./jobs/clear-crashed-backups.ts";
import { deliverOutboxBy } from "./jobs/deliver-outbox.ts";
import { deliverWebhooksBy } from "./jobs/deliver-webhooks.ts";
import { enlistAllServers } from "./jobs/enlist-servers.ts";
import { expireRateLimits } from "./jobs/expire-rate-limits.ts";
import { expireSessions } from "./jobs/expire-sessions.ts";
import { markOutboxes } from "./jobs/mark-outboxes.ts";
import { measureFactories } from "./jobs/measure-factories.ts";
import { migrateFactories } from "./jobs/migrate-factories.ts";
import { measureUsages } from "./jobs/measure-usage.ts";
import { proveLedgers } from "./jobs/prove-ledgers.ts";
import { provisionWaiting } from "./jobs/provision-waiting.ts";
import { queueDailyDigests } from "./jobs/queue-digests.ts";
import { reapStuckRegistrations } from "./jobs/reap-stuck-registrations.ts";
import { reconcileRegistries } from "./jobs/reconcile-registry.ts";
import { resyncPools } from "./jobs/resync-pools.ts";
import { tendSubscriptions } from "./jobs/tend-subscriptions.ts";
import { tendCopiesBy } from "./jobs/tend-copies.ts";
import { tendMovesBy } from "./jobs/tend-moves.ts";
import { trimConsole } from "./jobs/trim-console.ts";
import { trimFeeds } from "./jobs/trim-feeds.ts";
import { reviewAlerts } from "./jobs/review-alerts.ts";
import { tidyOldMessages } from "./jobs/tidy-messages.ts";
import { verifyBackupsBy } from "./jobs/verify-backups.ts";
import { watchBackups } from "./jobs/watch-backups.ts";
import { logReaderOf, watchServerLogBy } from "./jobs/watch-server-log.ts";
import { openMailer } from "./mail/open-mailer.ts";
import { awaitOwnKeys, refuseStart } from "./refuse-start.ts";
import { requestedBy } from "./requested/handlers.ts";
import { runRequested } from "./requested/run-requested.ts";
import { runJob, type WorkContext } from "./run-job.ts";
import { startLoop } from "./start-loop.ts";
import { type Clock, startTimetable, type Timetable } from "./start-timetable.ts";
import { openSender } from "./webhook/open-sender.ts";

const env = readEnvOrEnd();

const backupSettings = {
  centralAddress: parseDatabaseUrl(env.centralUrl),
  folder: env.backupFolder,
  store: env.backupStore,
  programs: env.backupPrograms,
  openLogReader: logReaderOf(env.logReaderUrl),
};

const watchServerLog = watchServerLogBy(backupSettings);

/** When each job runs, in UTC. Only one worker runs them, however many there are. */
const TIMETABLE: Timetable = [
  ["* * * * *", reapStuckRegistrations],
  ["* * * * *", migrateFactories],
  ["*/5 * * * *", resyncPools],
  ["*/5 * * * * *", deliverOutboxBy(openMailer(env.mail, env.logFolder))],
  ["*/2 * * * * *", deliverWebhooksBy(openSender({ keys: env.keys, reach: env.webhookReach }))],
  ["*/10 * * * *", markOutboxes],
  ["*/10 * * * *", expireRateLimits],
  ["*/10 * * * *", trimFeeds],
  ["*/10 * * * *", measureFactories],
  ["*/10 * * * *", trimConsole],
  ["0 */4 * * *", backUpAllBy(backupSettings)],
  ["* * * * *", clearCrashedBackupsBy(backupSettings)],
  ["* * * * *", tendMovesBy(backupSettings)],
  ["*/5 * * * *", enlistAllServers],
  ["*/10 * * * *", verifyBackupsBy(backupSettings)],
  ["23 */4 * * *", cleanUpBackupsBy(backupSettings)],
  ["*/5 * * * *", watchServerLog],
  ["3,33 * * * *", queueDailyDigests],
  ["*/15 * * * *", watchBackups],
  ["43 2 * * *", reviewAlerts],
  ["7 3 * * *", proveLedgers],
  ["37 */6 * * *", reconcileRegistries],
  ["31 2 * * *", measureUsages],
  ["11 * * * *", tendSubscriptions],
  ["57 2 * * *", tidyOldMessages],
  ["17 3 * * *", expireSessions],
];

const POLL = { everyMs: 300, afterFailureMs: 2_000 };
const BEAT = { everyMs: 5_000, lastsMs: 15_000 };
const DRAIN_MAX_MS = 15_000;

installCrashLog({ dir: env.logFolder });
const log = createLog(env.logLevel);
const provisioner = openProvisioner({ url: env.provisionerUrl, keys: env.keys, servers: env.servers });
const tenancy = await createTenancy({
  centralUrl: env.centralUrl,
  keys: env.keys,
  budget: WORKER_FACTORY_CONNECTIONS,
});
const context: WorkContext = { tenancy, provisioner, log };

await awaitOwnKeys(context);
const { central } = tenancy;
const alive = holdLease({ central, name: `worker:${hostname()}`, log, ...BEAT });
const leader = holdLease({ central, name: "timetable", log, ...BEAT });
const signUps = startLoop({ ...POLL, work: () => isDone(provisionWaiting) });
const requested = startLoop({ ...POLL, work: () => isDone(backUpRequestedBy(backupSettings)) });
const copies = startLoop({ ...POLL, work: () => isDone(tendCopiesBy(backupSettings)) });
// Two, so that a long one does not keep everybody waiting.
const handlers = requestedBy({ backup: backupSettings });
const queues = [1, 2].map(() => startLoop({ ...POLL, work: () => runRequested(context, handlers) }));
const clock: Clock = ({ cron, name, run }) => {
  const task = schedule(cron, ({ date }) => run(date), { name, noOverlap: true, timezone: "UTC" });
  return { next: () => task.getNextRun(), stop: () => task.stop() };
};
const timetable = startTimetable({ timetable: TIMETABLE, leader, context, clock });
process.once("SIGTERM", () => void drain());
process.once("SIGINT", () => void drain());
log.info("worker started");
// An update that was just installed should not wait for the clock.
await leader.asked;
await timetable.now(enlistAllServers);
await timetable.now(migrateFactories);
await timetable.now(watchServerLog);

function readEnvOrEnd(): WorkerEnv {
  try {
    return readEnv();
  } catch (error) {
    return refuseStart(error);
  }
}

async function isDone(job: Job): Promise<boolean> {
  return !(await runJob(job, context)).isFailed;
}

async function drain(): Promise<void> {
  log.info("worker stops");
  // What is cut off here is resumed by the next worker.
  setTimeout(() => process.exit(0), DRAIN_MAX_MS).unref();
  await Promise.all([
    signUps.stop(),
    requested.stop(),
    copies.stop(),
    timetable.stop(),
    ...queues.map((queue) => queue.stop()),
  ]);
  await Promise.all([alive.stop(), leader.stop()]);
  await Promise.all([tenancy.close(), provisioner.close()]);
  log.info("worker stopped");
  process.exit(0);
}
