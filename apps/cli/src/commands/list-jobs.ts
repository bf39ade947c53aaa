import { readWork } from "@storehouse/services";
import { listSchedules } from "@storehouse/tenancy/job";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

const REQUESTED = 20;

/** Prints the worker's timetable with the last and the next run of each job, and what was asked for last: jobs, sign-ups, backups and side copies. */
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
      for (const work of await readWork(central, { factoryIds: null, limit: REQUESTED })) {
        const about = [work.kind, work.factoryName ?? "", work.state, work.step ?? "", `attempt ${work.attempts}`];
        print([work.id, ...about, work.at, work.requestedBy ?? "", work.error ?? ""].join("\t"));
      }
    });
    return 0;
  },
};

const at = (moment: Date | null): string => moment?.toISOString() ?? "-";
