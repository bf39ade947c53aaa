import { type Probed, probeServers } from "@storehouse/tenancy";

/** What `/ready` answers. One server of several that is away shuts out its own factories alone, so the process stays in service. */
export type Readiness = Readonly<{
  isReady: boolean;
  central: "up" | "down";
  servers: Readonly<{ up: number; of: number }>;
}>;

/** So long an answer is given again: a load balancer that asks often does not ask the databases each time. */
const REMEMBERED_MS = 1_500;

/** Makes the question that `/ready` asks: one at a time, and remembered for a moment. */
export function createReadiness(
  probe: () => Promise<Probed>,
  rememberedMs: number = REMEMBERED_MS,
): () => Promise<Readiness> {
  let asked: Promise<Readiness> | undefined;
  let until = 0;
  return () => {
    if (asked !== undefined && Date.now() < until) return asked;
    // While it is under way, whoever comes waits for the same answer.
    until = Number.POSITIVE_INFINITY;
    asked = probe().then(toReadiness);
    asked.finally(() => (until = Date.now() + rememberedMs)).catch(() => undefined);
    return asked;
  };
}

/** The readiness of a process that reaches factories through `tenancy`. */
export const readinessOf = (tenancy: Parameters<typeof probeServers>[0]): (() => Promise<Readiness>) =>
  createReadiness(() => probeServers(tenancy));

const toReadiness = ({ central, servers: of, serversUp: up }: Probed): Readiness => ({
  isReady: central && (of === 0 || up > 0),
  central: central ? "up" : "down",
  servers: { up, of },
});
