import { listJobs, listSchedules } from "@storehouse/tenancy/job";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

const REQUESTED = 20;

/** Prints the worker's timetable with the last and the next run of each job, and the jobs that were asked for last. */
export const listJobsCommand: Command = {
  usage: "jobs list",
  run: async ({ env, print }) => {
    await withCentral(env, async (central) => {
      for (const job of await listSchedules(central)) {
        const end = job.isRunning ? "running" : job.endedAt === null ? "not yet run" : job.isFailed ? "FAILED" : "ok";
        const state = job.pausedAt === null ? end : `${end}, paused by ${job.pausedBy ?? "somebody"}`;
        const times = [`last ${at(job.endedAt)}`, `${job.ms ?? 0} ms`, `next ${at(job.nextRunAt)}`];
        print([job.name, state, ...times, `${job.failedInARow} failed in a row`, job.error ?? ""].join("\t"));
      }
      for (const job of await listJobs(central, { limit: REQUESTED })) {
        const about = [job.kind, job.dbName ?? "", job.state, job.step ?? "", `attempt ${job.attempts}`];
        print([job.id, ...about, at(job.createdAt), job.requestedBy, job.error ?? ""].join("\t"));
      }
    });
    return 0;
  },
};

const at = (moment: Date | null): string => moment?.toISOString() ?? "-";
