import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, createConnection } from "mysql2/promise";
import { type AppClient, appClient, newClientId, signIn } from "./app-client.ts";
import { fillLedger } from "./fill-ledger.ts";

/** A factory with ten thousand products, made through the app as a person would make it. */
export type BenchFactory = Readonly<{
  dbName: string;
  login: string;
  password: string;
  client: AppClient;
  cookie: string;
  variantId: string;
  /** A variant whose minimum is crossed by each booking of it. */
  edgeId: string;
  locationId: string;
}>;

const PRODUCTS = 10_000;
const DAYS = 365;
const PARTS = [
  "Motor",
  "Blade",
  "Bearing",
  "Winding",
  "Capacitor",
  "Canopy",
  "Bracket",
  "Rotor",
  "Stator",
  "Regulator",
];

/** Registers a factory, imports the products, fills the ledger with so many entries and finds what to book. */
export async function prepare(base: URL, adminUrl: string, entries: number): Promise<BenchFactory> {
  const dbName = `bench_${Date.now().toString(36)}`;
  const password = randomBytes(12).toString("base64url");
  const anonymous = appClient(base);
  const fields = {
    factory_name: `Bench ${dbName}`,
    db_name: dbName,
    admin_username: "bench",
    admin_password: password,
    admin_name: "Bench",
  };
  const { ticket, login } = await anonymous.mutate<{ ticket: string; login: string }>("factory.register", fields);
  for (let state = ""; state !== "READY"; await sleep(100)) {
    ({ state } = await anonymous.query<{ state: string }>("factory.registration", { ticket }));
    if (state === "FAILED") throw new Error("the factory could not be made");
  }
  await liftLimits(adminUrl, dbName);
  const cookie = await signIn(base, login, password);
  const client = appClient(base, cookie);
  await importSheet(client, PRODUCT_LINES);
  const [first, edge] = [await findVariant(client, "P-00001"), await findVariant(client, "P-00002")];
  await fill(client, adminUrl, { dbName, entries });
  return {
    dbName,
    login,
    password,
    client,
    cookie,
    variantId: first.variantId,
    edgeId: edge.variantId,
    locationId: first.defaultLocationId,
  };
}

/** The bench books more products than a trial allows. */
async function liftLimits(adminUrl: string, dbName: string): Promise<void> {
  const connection = await connectAdmin(adminUrl, "central_db");
  await connection.query("update factories set plan = 'unlimited' where db_name = ?", [dbName]);
  await connection.end();
}

type Found = Readonly<{ variantId: string; defaultLocationId: string }>;

async function findVariant(client: AppClient, search: string): Promise<Found> {
  const { rows } = await client.query<{ rows: Found[] }>("products.find", { search });
  const [first] = rows;
  if (first === undefined) throw new Error(`${search} can't be found`);
  return first;
}

async function fill(client: AppClient, adminUrl: string, wish: { dbName: string; entries: number }): Promise<void> {
  for (const name of ["Paint room", "Yard"]) {
    await client.mutate("locations.create", { id: newClientId(), name, type: "STORE" });
  }
  const { rows } = await client.query<{ rows: { id: string }[] }>("locations.list", { limit: 200 });
  const { userId } = await client.query<{ userId: string }>("auth.me", undefined);
  const connection = await connectAdmin(adminUrl, wish.dbName);
  const run = (text: string) => connection.query(text);
  const locationIds = rows.map(({ id }) => id);
  await fillLedger({
    run,
    userId,
    locationIds,
    variants: PRODUCTS,
    entries: wish.entries,
    until: new Date(),
    days: DAYS,
  });
  await connection.end();
  // The sums were written beside the app: it has to find them right itself.
  const proof = await client.mutate<{ isProven: boolean }>("inventory.verify", {});
  if (!proof.isProven) throw new Error("the ledger that was filled is not one the app would have written");
}

/** Brings in a thousand products that are low from the start. */
export const makeLow = ({ client }: BenchFactory): Promise<void> => importSheet(client, LOW_LINES);

/** Gives the one variant a minimum that taking one away reaches and bringing it back leaves again. */
export async function makeEdge({ client, edgeId }: BenchFactory): Promise<void> {
  const { rows } = await client.query<{ rows: { onHand: string }[] }>("inventory.balance", { search: "P-00002" });
  const minimum = String(Number(rows[0]?.onHand) - 1);
  await client.mutate("alerts.setThreshold", { variantId: edgeId, minimum });
}

const line = (code: string, at: number, rest: string): string =>
  `${code}-${String(at + 1).padStart(5, "0")},${PARTS[at % PARTS.length]} ${(at * 7919) % 1000} mm,${at % 3 === 0 ? "raw" : "finished"},pcs,${10 + (at % 90)},Main store,${rest}`;
const PRODUCT_LINES = Array.from({ length: PRODUCTS }, (_, at) => line("P", at, "1000000,"));
const LOW_LINES = Array.from({ length: 1000 }, (_, at) => line("L", at, "5,10"));

async function importSheet(client: AppClient, lines: readonly string[]): Promise<void> {
  const id = newClientId();
  const text = `Code,Name,Category,Unit,Cost,Location,Quantity,Min stock\n${lines.join("\n")}\n`;
  const sheet = await client.mutate<{ columns: (string | null)[] }>("imports.upload", {
    id,
    fileName: "bench.csv",
    content: { kind: "text", text },
  });
  await client.mutate("imports.commit", { id, columns: sheet.columns, makeMissing: true });
  for (let state = ""; state !== "DONE"; await sleep(250)) {
    const status = await client.query<{ state: string; error: string | null }>("imports.status", { id });
    state = status.state;
    if (state === "FAILED") throw new Error(`import: ${status.error}`);
  }
}

/** Makes the two small tables the floor writes to, beside the factory's own, with one level that never runs out. */
export async function prepareFloor(adminUrl: string, factory: BenchFactory): Promise<string> {
  const connection = await connectAdmin(adminUrl, factory.dbName);
  const hex = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
  await connection.query(
    `create table floor_entries (id bigint auto_increment primary key, variant_id binary(16) not null, location_id binary(16) not null,
     lot_id binary(16) not null, quantity decimal(18,6) not null, written_at datetime(3) not null, key (variant_id, written_at))`,
  );
  await connection.query(
    `create table floor_levels (variant_id binary(16), location_id binary(16), lot_id binary(16), on_hand decimal(18,6) not null,
     reserved decimal(18,6) not null default 0, primary key (variant_id, location_id, lot_id), check (on_hand >= 0))`,
  );
  await connection.query("create table floor_sessions (id char(36) primary key, at datetime(3) not null)");
  await connection.query("insert into floor_levels values (?, ?, ?, 1000000, 0)", [
    hex(factory.variantId),
    hex(factory.locationId),
    Buffer.alloc(16),
  ]);
  await connection.end();
  return addressOf(adminUrl, factory.dbName).href;
}

function addressOf(adminUrl: string, dbName: string): URL {
  const url = new URL(adminUrl);
  url.pathname = `/${dbName}`;
  return url;
}

function connectAdmin(adminUrl: string, dbName: string): Promise<Connection> {
  const url = addressOf(adminUrl, dbName);
  const socketPath = url.searchParams.get("socketPath");
  return createConnection({ uri: url.href, timezone: "Z", ...(socketPath && { socketPath }) });
}
