import type { RequestedWork } from "@storehouse/domain";
import type { PlatformPorts } from "@storehouse/services";
import type { Tenancy } from "@storehouse/tenancy";
import { type JobRow, listJobs, listServers, requestDeletion, requestJob, requestMove } from "@storehouse/tenancy/job";

type WorkPorts = Pick<
  PlatformPorts,
  "requestWork" | "requestMove" | "requestDeletion" | "listWork" | "lastKeyWork" | "listServers"
>;
type Wish = Readonly<{ id: string; actor: `operator:${string}` }>;

/** What the console asks of the worker, by rows that it takes up: the web's own account could do none of it. */
export function workPorts(central: Tenancy["central"]): WorkPorts {
  const asked = <W extends Wish>(wish: W) => ({ ...wish, requestedBy: wish.actor.slice(0, 100) });
  return {
    requestWork: async (wish) => toWork(await requestJob(central, asked(wish))),
    requestMove: async (wish) => toWork(await requestMove(central, asked(wish))),
    requestDeletion: async (wish) => toWork(await requestDeletion(central, asked(wish))),
    listWork: async (factoryId, limit) => (await listJobs(central, { factoryId, limit })).map(toWork),
    lastKeyWork: async () => {
      const [job] = await listJobs(central, { kind: "keys.rotate", limit: 1 });
      return job === undefined ? null : toWork(job);
    },
    listServers: () => listServers(central),
  };
}

const toWork = ({ id, kind, state, step, requestedBy, error, result, createdAt, endedAt }: JobRow): RequestedWork => ({
  id,
  kind,
  state,
  step,
  requestedBy,
  error,
  result,
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});
