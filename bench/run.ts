import { fork } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { cpuMs } from "./cpu.ts";
import { benchEnv } from "./env.ts";
import { load, median, quantile } from "./load.ts";
import { type BenchFactory, makeEdge, makeLow, prepare, prepareFloor } from "./prepare.ts";
import { type Process, type Task, tasksOf } from "./tasks.ts";

type Sides = Readonly<{ app: Process; floor: Process }>;
type Figure = { p50: number[]; p99: number[]; cpu: number[]; perSecond: number[] };

const ROUNDS = 5;

async function main(): Promise<void> {
  const env = benchEnv();
  const factory = await prepare(env.base, env.adminUrl, env.entries);
  const floorUrl = await prepareFloor(env.adminUrl, factory);
  const floorEnvironment = {
    FLOOR_DATABASE_URL: floorUrl,
    FLOOR_PASSWORD: factory.password,
    FLOOR_PORT: String(env.floorPort),
  };
  const floor = fork(new URL("./floor.ts", import.meta.url), { env: { PATH: "", ...floorEnvironment } });
  await once(floor, "message");
  const app = { base: env.base, pid: env.webPid };
  const sides = { app, floor: { base: new URL(`http://127.0.0.1:${env.floorPort}`), pid: floor.pid ?? 0 } };
  const { first, reads, lows, edge } = await tasksOf(factory, sides.floor, sides.app);
  for (const task of [...first, ...reads]) await report(task, sides);
  await makeLow(factory);
  for (const task of lows) await report(task, sides);
  await makeEdge(factory);
  const close = openScreen(env.base, factory);
  for (const task of edge) await report(task, sides);
  close();
  floor.disconnect();
}

/** Listens as an open page does. */
function openScreen(base: URL, { cookie }: BenchFactory): () => void {
  const screen = get(new URL("/api/trpc/live.changes", base), { headers: { cookie, accept: "text/event-stream" } });
  screen.on("response", (response) => response.resume());
  screen.on("error", () => undefined);
  return () => screen.destroy();
}

async function report(task: Task, sides: Sides): Promise<void> {
  const figures = { app: empty(), floor: empty() };
  for (const side of ["app", "floor"] as const)
    await load(sides[side].base, task.shots[side], task.connections, Math.min(50, task.count));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of round % 2 === 0 ? (["floor", "app"] as const) : (["app", "floor"] as const))
      await measure(task, side, sides[side], figures[side]);
  }
  const ratio = (key: keyof Figure) => (median(figures.app[key]) / median(figures.floor[key])).toFixed(2);
  console.log(`\n${task.name}, ${task.connections} at once (${ROUNDS} rounds of ${task.count}, medians)`);
  for (const side of ["floor", "app"] as const) {
    const { p50, p99, cpu, perSecond } = figures[side];
    const text = [
      `p50 ${median(p50).toFixed(2)} ms`,
      `p99 ${median(p99).toFixed(2)} ms`,
      `CPU ${median(cpu).toFixed(3)} ms/request`,
      `${median(perSecond).toFixed(0)}/s`,
    ];
    console.log(`  ${side.padEnd(5)}  ${text.join("   ")}`);
  }
  console.log(`  ratio  p50 ${ratio("p50")}   CPU ${ratio("cpu")}`);
}

async function measure(task: Task, side: keyof Sides, { base, pid }: Process, figure: Figure): Promise<void> {
  const before = cpuMs(pid);
  const { latencies, perSecond } = await load(base, task.shots[side], task.connections, task.count);
  figure.cpu.push((cpuMs(pid) - before) / task.count);
  figure.p50.push(quantile(latencies, 0.5));
  figure.p99.push(quantile(latencies, 0.99));
  figure.perSecond.push(perSecond);
}

const empty = (): Figure => ({ p50: [], p99: [], cpu: [], perSecond: [] });

await main();
