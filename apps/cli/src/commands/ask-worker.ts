import type { CentralDb } from "@storehouse/db";
import { fail, type JobKind } from "@storehouse/domain";
import { listFactories } from "@storehouse/tenancy/fleet";
import { getJob, type JobRow, requestJob } from "@storehouse/tenancy/job";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { CommandContext } from "../command.ts";
import { withCentral } from "./with-central.ts";

const POLL_MS = 500;
/** A worker that is up takes a job within a second. */
const UNTOUCHED_MAX_MS = 60_000;
const BY = "storehouse on the command line";

type Asked = Readonly<{ id: string; factoryId: string | null; requestedBy: string }>;
type Wish = Readonly<{
  kind: JobKind;
  dbName?: string;
  /** Asks in another way than `requestJob`: with a look at what was typed. */
  request?: (central: CentralDb, asked: Asked) => Promise<unknown>;
}>;

/** Asks the worker for a job, tells how far it is, and returns the exit code once it is over. */
export const askWorker = ({ env, print }: CommandContext, { kind, dbName, request }: Wish): Promise<number> =>
  withCentral(env, async (central) => {
    const factoryId = dbName === undefined ? null : await idOf(central, dbName);
    const id = randomUUID();
    const asked = { id, factoryId, requestedBy: BY };
    await (request === undefined ? requestJob(central, { ...asked, kind }) : request(central, asked));
    const job = await follow(central, id, print);
    if (job.state === "DONE") print(`${kind} done ${JSON.stringify(job.result)}`);
    else print(`${kind} is ${job.state}: ${job.error ?? "no worker has taken it up yet"} (jobs retry ${id})`);
    return job.state === "DONE" ? 0 : 1;
  });

async function follow(central: CentralDb, id: string, print: (line: string) => void): Promise<JobRow> {
  const patience = Date.now() + UNTOUCHED_MAX_MS;
  for (let said: string | null = null; ; await sleep(POLL_MS)) {
    const job = await getJob(central, id);
    if (job.step !== said && job.step !== null) print(job.step);
    said = job.step;
    const isOver = job.state === "DONE" || job.state === "FAILED";
    if (isOver || (job.attempts === 0 && Date.now() > patience)) return job;
  }
}

async function idOf(central: CentralDb, dbName: string): Promise<string> {
  const found = (await listFactories(central)).filter(
    (factory) => factory.dbName === dbName && factory.state !== "FAILED",
  );
  return found[0]?.id ?? fail({ code: "NOT_FOUND", entity: "factory", id: dbName });
}
