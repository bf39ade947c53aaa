import { appClient, newClientId } from "./app-client.ts";
import { send, type Shot } from "./load.ts";
import type { BenchFactory } from "./prepare.ts";

/** Where one side of a comparison answers, and the process whose time is counted. */
export type Process = Readonly<{ base: URL; pid: number }>;
/** What is asked of both sides, how many at once and how often a round. */
export type Task = Readonly<{
  name: string;
  connections: number;
  count: number;
  shots: Readonly<{ app: Shot; floor: Shot }>;
}>;

const json = (value: unknown) => () => JSON.stringify(value);
const hex = (id: string): string => id.replaceAll("-", "");

/** The tasks by group: those of `lows` want a thousand low products, those of `edge` a minimum that each booking crosses. */
export async function tasksOf(factory: BenchFactory, floor: Process, app: Process) {
  const { token } = JSON.parse(
    await send(floor.base, {
      method: "POST",
      path: "/login",
      headers: {},
      body: json({ username: "bench", password: factory.password }),
    }),
  ) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const read = (path: string, query: Record<string, string> = {}): Shot => ({
    method: "GET",
    headers,
    path: `${path}?${new URLSearchParams(query).toString()}`,
  });
  return {
    first: [...searches(factory, read), ...posts(factory, headers, "one posted entry"), login(factory, app)],
    reads: reads(factory, read),
    lows: posts(factory, headers, "one posted entry, 1,000 products low").slice(0, 1),
    edge: [edgePost(factory, headers)],
  } satisfies Record<string, readonly Task[]>;
}

type Read = (path: string, query?: Record<string, string>) => Shot;

function searches({ client }: BenchFactory, read: Read): readonly Task[] {
  const name = "product search, 10,000 products";
  const app = client.queryShot("products.list", { search: "Motor 7", limit: 20 });
  const shots = { app, floor: read("/search", { q: "Motor 7" }) };
  return [
    { name, connections: 1, count: 200, shots },
    { name, connections: 20, count: 600, shots },
  ];
}

function reads({ client, locationId }: BenchFactory, read: Read): readonly Task[] {
  const place = hex(locationId);
  const at = new Date(Date.now() - 180 * 86_400_000);
  const [asOf, moment] = [at.toISOString(), at.toISOString().slice(0, 23).replace("T", " ")];
  const task = (name: string, count: number, app: readonly [string, unknown], floor: Shot): Task => ({
    name,
    connections: 1,
    count,
    shots: { app: client.queryShot(...app), floor },
  });
  return [
    task("dashboard", 20, ["dashboard.get", undefined], read("/dashboard")),
    task("balance of the whole catalogue", 20, ["inventory.balance", { limit: 200 }], read("/balance")),
    task("audit page", 50, ["auditLogs.list", { limit: 50 }], read("/audit")),
    task(
      "entries of a type at a place",
      50,
      ["inventory.entries", { limit: 50, types: ["sale"], locationId }],
      read("/entries", { type: "sale", place }),
    ),
    task("stock as of a day", 20, ["inventory.levelsAt", { limit: 50, asOf }], read("/levels-at", { at: moment })),
    task("value as of a day", 6, ["inventory.valueAt", { asOf }], read("/value-at", { at: moment })),
    task(
      "value of one place as of a day",
      6,
      ["inventory.valueAt", { asOf, locationId }],
      read("/place-value-at", { at: moment, place }),
    ),
  ];
}

const floorPost = ({ variantId, locationId }: BenchFactory, headers: Shot["headers"]): Shot => ({
  method: "POST",
  path: "/post",
  headers,
  body: json({ variant: hex(variantId), location: hex(locationId), quantity: "1" }),
});

function posts(factory: BenchFactory, headers: Shot["headers"], name: string): readonly Task[] {
  const { client, variantId, locationId } = factory;
  const lines = [{ variantId, locationId, quantity: "1" }];
  const app = client.mutateShot("inventory.post", () => ({ clientId: newClientId(), type: "manual_out", lines }));
  const shots = { app, floor: floorPost(factory, headers) };
  return [
    { name, connections: 1, count: 200, shots },
    { name: `${name} (one hot row)`, connections: 20, count: 600, shots },
  ];
}

/** Each booking raises an alert or ends one, and a screen that is open hears of it. */
function edgePost(factory: BenchFactory, headers: Shot["headers"]): Task {
  const { client, edgeId: variantId, locationId } = factory;
  const lines = [{ variantId, locationId, quantity: "1" }];
  let isOut = false;
  const app = client.mutateShot("inventory.post", () => {
    isOut = !isOut;
    return { clientId: newClientId(), type: isOut ? "manual_out" : "manual_in", lines };
  });
  const name = "one posted entry that raises or ends an alert, a screen open";
  return { name, connections: 1, count: 200, shots: { app, floor: floorPost(factory, headers) } };
}

function login({ login: name, password }: BenchFactory, { base }: Process): Task {
  const app = appClient(base).mutateShot("auth.login", () => ({ login: name, password }));
  const body = json({ username: "bench", password });
  return {
    name: "login",
    connections: 1,
    count: 30,
    shots: { app, floor: { method: "POST", path: "/login", headers: {}, body } },
  };
}
