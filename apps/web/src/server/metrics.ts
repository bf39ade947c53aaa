import type { AnsweredCall, Api } from "@storehouse/api";
import type { ServiceFigures, Tenancy } from "@storehouse/tenancy";
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { watchService } from "./service-metrics.ts";

/** The figures of a process, in Prometheus' text format. They name procedures and never a factory or a person. */
export type Metrics = Readonly<{
  call: (call: AnsweredCall) => void;
  request: (request: Readonly<{ kind: string; status: number }>) => void;
  text: () => Promise<string>;
  contentType: string;
}>;

type Watched = Readonly<{
  poolStats: Tenancy["stats"];
  liveStats: () => ReturnType<Api["liveStats"]>;
  serviceFigures: () => Promise<ServiceFigures>;
}>;

// The limits of our own figures lie at 50, 200 and 1,000 ms.
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Makes the figures of this process; the pools and the feeds are asked when the figures are read. */
export function createMetrics(watched: Watched): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "storehouse_" });
  const calls = new Histogram({
    name: "storehouse_procedure_seconds",
    help: "How long a procedure took, by how it ended: ok, refused (the caller's matter) or failed (ours).",
    labelNames: ["procedure", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const requests = new Counter({
    name: "storehouse_requests_total",
    help: "Requests answered, by kind and status class.",
    labelNames: ["kind", "status"],
    registers,
  });
  watchPools(watched.poolStats, registers);
  watchFeeds(watched.liveStats, registers);
  const refresh = watchService(watched.serviceFigures, registers);
  return {
    call: ({ procedure, outcome, ms }) => calls.observe({ procedure, outcome }, ms / 1_000),
    request: ({ kind, status }) => requests.inc({ kind, status: `${Math.floor(status / 100)}xx` }),
    text: async () => {
      await refresh();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function watchPools(poolStats: Watched["poolStats"], registers: Registry[]): void {
  // Gauges are read in the order they are made: the first asks for all of them.
  new Gauge({
    name: "storehouse_pool_events",
    help: "Since the process began: a pool was open (hit), was opened (miss) or closed to make room (eviction).",
    labelNames: ["event"],
    registers,
    collect() {
      const { size, hits, misses, evictions, budget: share, pools, central } = poolStats();
      for (const [event, count] of Object.entries({ hit: hits, miss: misses, eviction: evictions }))
        this.set({ event }, count);
      sizes.set(size);
      for (const part of ["capacity", "taken", "waiting"] as const) budget.set({ part }, share[part]);
      for (const state of ["active", "idle", "queued", "limit"] as const) {
        const ofFactories = pools.reduce((sum, pool) => sum + pool[state], 0);
        connections.set({ database: "central", state }, central[state]);
        connections.set({ database: "factories", state }, ofFactories);
      }
    },
  });
  const sizes = new Gauge({ name: "storehouse_pools", help: "Factories' pools that are open.", registers });
  const connections = new Gauge({
    name: "storehouse_connections",
    help: "Connections, to the central database and to factories, by state; queued are callers who wait for one.",
    labelNames: ["database", "state"],
    registers,
  });
  const budget = new Gauge({
    name: "storehouse_connection_budget",
    help: "Connections that the process may hold to factories, and how many of them are promised to pools.",
    labelNames: ["part"],
    registers,
  });
}

function watchFeeds(liveStats: Watched["liveStats"], registers: Registry[]): void {
  new Gauge({
    name: "storehouse_feeds",
    help: "Factories whose changes are polled.",
    registers,
    collect() {
      const stats = liveStats();
      this.set(stats.feeds);
      streams.set(stats.streams);
      lag.set(stats.lagMs / 1_000);
    },
  });
  const streams = new Gauge({ name: "storehouse_streams", help: "Open streams of live changes.", registers });
  const lag = new Gauge({
    name: "storehouse_feed_lag_seconds",
    help: "Since the feed that was read the longest ago was read.",
    registers,
  });
}

/** True for who shows the token; nobody where none is set. Takes as long for any guess of its length. */
export function mayReadMetrics(req: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return false;
  const shown = Buffer.from(req.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
