import { fork } from "node:child_process";
import { once } from "node:events";
import { appClient, newClientId } from "./app-client.ts";
import { cpuMs } from "./cpu.ts";
import { benchEnv } from "./env.ts";
import { load, median, quantile, send, type Shot } from "./load.ts";
import { type BenchFactory, prepare, prepareFloor } from "./prepare.ts";

/** One side of a comparison: where it answers, its process, and what is asked. */
type Side = Readonly<{ base: URL; pid: number; shot: Shot }>;
type Task = Readonly<{ name: string; connections: number; count: number; app: Side; floor: Side }>;
type Figure = { p50: number[]; p99: number[]; cpu: number[]; perSecond: number[] };

const ROUNDS = 5;

async function main(): Promise<void> {
  const env = benchEnv();
  const factory = await prepare(env.base);
  const floorUrl = await prepareFloor(env.adminUrl, factory);
  const floorEnvironment = {
    FLOOR_DATABASE_URL: floorUrl,
    FLOOR_PASSWORD: factory.password,
    FLOOR_PORT: String(env.floorPort),
  };
  const floor = fork(new URL("./floor.ts", import.meta.url), { env: { PATH: "", ...floorEnvironment } });
  await once(floor, "message");
  const floorBase = new URL(`http://127.0.0.1:${env.floorPort}`);
  const tasks = await tasksOf(factory, { base: env.base, pid: env.webPid }, { base: floorBase, pid: floor.pid ?? 0 });
  for (const task of tasks) await report(task);
  floor.disconnect();
}

async function tasksOf(
  factory: BenchFactory,
  app: Omit<Side, "shot">,
  floor: Omit<Side, "shot">,
): Promise<readonly Task[]> {
  const { client, variantId, locationId } = factory;
  const body = (value: unknown) => () => JSON.stringify(value);
  const { token } = JSON.parse(
    await send(floor.base, {
      method: "POST",
      path: "/login",
      headers: {},
      body: body({ username: "bench", password: factory.password }),
    }),
  ) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const hex = (id: string) => id.replaceAll("-", "");
  const line = { variantId, locationId, quantity: "1" };
  const signingIn = appClient(app.base);
  const sides = {
    search: {
      app: { ...app, shot: client.queryShot("products.list", { search: "Motor 7", limit: 20 }) },
      floor: { ...floor, shot: { method: "GET", path: "/search?q=Motor%207", headers } as const },
    },
    post: {
      app: {
        ...app,
        shot: client.mutateShot("inventory.post", () => ({
          clientId: newClientId(),
          type: "manual_out",
          lines: [line],
        })),
      },
      floor: {
        ...floor,
        shot: {
          method: "POST",
          path: "/post",
          headers,
          body: body({ variant: hex(variantId), location: hex(locationId), quantity: "1" }),
        } as const,
      },
    },
    login: {
      app: {
        ...app,
        shot: signingIn.mutateShot("auth.login", () => ({ login: factory.login, password: factory.password })),
      },
      floor: {
        ...floor,
        shot: {
          method: "POST",
          path: "/login",
          headers: {},
          body: body({ username: "bench", password: factory.password }),
        } as const,
      },
    },
  };
  return [
    { name: "product search, 10,000 products", connections: 1, count: 200, ...sides.search },
    { name: "product search, 10,000 products", connections: 20, count: 600, ...sides.search },
    { name: "one posted entry", connections: 1, count: 200, ...sides.post },
    { name: "one posted entry (one hot row)", connections: 20, count: 600, ...sides.post },
    { name: "login", connections: 1, count: 30, ...sides.login },
  ];
}

async function report(task: Task): Promise<void> {
  const figures = { app: empty(), floor: empty() };
  for (const side of ["app", "floor"] as const)
    await load(task[side].base, task[side].shot, task.connections, Math.min(50, task.count));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of round % 2 === 0 ? (["floor", "app"] as const) : (["app", "floor"] as const))
      await measure(task, task[side], figures[side]);
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

async function measure(task: Task, side: Side, figure: Figure): Promise<void> {
  const before = cpuMs(side.pid);
  const { latencies, perSecond } = await load(side.base, side.shot, task.connections, task.count);
  figure.cpu.push((cpuMs(side.pid) - before) / task.count);
  figure.p50.push(quantile(latencies, 0.5));
  figure.p99.push(quantile(latencies, 0.99));
  figure.perSecond.push(perSecond);
}

const empty = (): Figure => ({ p50: [], p99: [], cpu: [], perSecond: [] });

await main();
