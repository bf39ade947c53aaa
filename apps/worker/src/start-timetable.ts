import type { Lease } from "@storehouse/tenancy/fleet";
import { beginRun, endRun, enlistJobs, listAsked } from "@storehouse/tenancy/job";
import type { HeldLease } from "./hold-lease.ts";
import type { Job } from "./job.ts";
import { runJob, type WorkContext } from "./run-job.ts";
import { startLoop } from "./start-loop.ts";

/** When each job runs, in UTC. */
export type Timetable = readonly (readonly [cron: string, job: Job])[];

/** What tells the time: calls `run` at each turn, never two of a name at once. */
export type Clock = (
  turns: Readonly<{ cron: string; name: string; run: (slot: Date) => Promise<void> }>,
) => Readonly<{ next: () => Date | null; stop: () => void | Promise<void> }>;

type Wish = Readonly<{ timetable: Timetable; leader: Pick<HeldLease, "held">; context: WorkContext; clock: Clock }>;

/** The timetable as it runs: `now` runs a job out of turn, `stop` ends it once what is under way is done. */
export type RunningTimetable = Readonly<{ now: (job: Job) => Promise<void>; stop: () => Promise<void> }>;

const ASKED_POLL = { everyMs: 500, afterFailureMs: 2_000 };

/**
 * Runs each turn of the timetable once, however many workers there are: by the one that leads, which writes down that it has
 * begun the turn before it does. What a former leader that was paused still writes is refused.
 */
export function startTimetable({ timetable, leader, context, clock }: Wish): RunningTimetable {
  const { central } = context.tenancy;
  const underWay = new Map<string, Promise<void>>();
  let enlisted: Readonly<{ token: number; done: Promise<void> }> | undefined;
  const tasks = timetable.map(([cron, job]) => ({
    job,
    cron,
    task: clock({ cron, name: job.name, run: (slot) => turn(job, slot) }),
  }));
  const nextRunOf = (name: string): Date | null => tasks.find(({ job }) => job.name === name)?.task.next() ?? null;

  // With every new lease: a worker before this one may have had another timetable, and runs that it did not end.
  function enlist(lease: Lease): Promise<void> {
    if (enlisted?.token === lease.token) return enlisted.done;
    const rows = tasks.map(({ cron, job }) => ({ name: job.name, cron, nextRunAt: nextRunOf(job.name) }));
    const done = enlistJobs(central, lease, rows);
    enlisted = { token: lease.token, done };
    done.catch(() => (enlisted = undefined));
    return done;
  }

  async function run(job: Job, lease: Lease, slot: Date): Promise<void> {
    try {
      await enlist(lease);
      if (!(await beginRun(central, lease, { name: job.name, slot }))) return;
      const outcome = await runJob(job, context);
      const isWritten = await endRun(central, lease, job.name, { ...outcome, nextRunAt: nextRunOf(job.name) });
      if (!isWritten) context.log.warn({ job: job.name }, "another worker leads by now; this run is not written down");
    } catch (error) {
      context.log.error({ job: job.name, error }, "a run could not be written down");
    }
  }

  async function turn(job: Job, slot: Date): Promise<void> {
    const lease = leader.held();
    if (lease === undefined || underWay.has(job.name)) return;
    const running = run(job, lease, slot);
    underWay.set(job.name, running);
    await running.finally(() => underWay.delete(job.name));
  }

  async function runAsked(): Promise<boolean> {
    if (leader.held() === undefined) return true;
    try {
      for (const name of await listAsked(central)) {
        const found = tasks.find(({ job }) => job.name === name);
        // Not waited for: a long one must not keep the next from being begun.
        if (found !== undefined) void turn(found.job, new Date());
      }
      return true;
    } catch (error) {
      context.log.warn({ error }, "what is asked of the timetable could not be read");
      return false;
    }
  }

  const asked = startLoop({ ...ASKED_POLL, work: runAsked });
  return {
    now: (job) => turn(job, new Date()),
    stop: async () => {
      await Promise.all([asked.stop(), ...tasks.map(({ task }) => task.stop())]);
      await Promise.allSettled(underWay.values());
    },
  };
}
