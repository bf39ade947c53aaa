import { listWaiting, provisionFactory } from "@storehouse/tenancy/provision";
import type { Job, JobContext } from "../job.ts";

/** Two at once: a sign-up waits for one other at the most, and the factories at work hardly notice. */
const AT_ONCE = 2;

/** Makes the factories that people have signed up for, the oldest sign-up first. */
export const provisionWaiting: Job = {
  name: "provision-waiting",
  run: async (context) => {
    const waiting = await listWaiting(context.provisioner.central, AT_ONCE);
    const made = await Promise.all(waiting.map((factoryId) => provisionOne(context, factoryId)));
    return { ready: made.filter(Boolean).length };
  },
};

async function provisionOne({ provisioner, log }: JobContext, factoryId: string): Promise<boolean> {
  const startedAt = performance.now();
  const { outcome, error } = await provisionFactory(provisioner, factoryId, (point) =>
    log.debug({ factoryId, point }, "provisioning"),
  );
  const ms = Math.round(performance.now() - startedAt);
  if (outcome === "later" || outcome === "failed") log.error({ factoryId, outcome, error, ms }, "provisioning failed");
  else if (outcome === "ready") log.info({ factoryId, ms }, "factory is ready");
  return outcome === "ready";
}
