import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { type AppClient, appClient, newClientId, signIn } from "./app-client.ts";

/** A factory with ten thousand products, made through the app as a person would make it. */
export type BenchFactory = Readonly<{
  dbName: string;
  login: string;
  password: string;
  client: AppClient;
  cookie: string;
  variantId: string;
  locationId: string;
}>;

const PRODUCTS = 10_000;
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

/** Registers a factory, imports the products and finds one to book. */
export async function prepare(base: URL): Promise<BenchFactory> {
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
  const cookie = await signIn(base, login, password);
  const client = appClient(base, cookie);
  await importProducts(client);
  const found = await client.query<{ rows: { variantId: string; defaultLocationId: string }[] }>("products.find", {
    search: "P-00001",
  });
  const [first] = found.rows;
  if (first === undefined) throw new Error("the imported products can't be found");
  return { dbName, login, password, client, cookie, variantId: first.variantId, locationId: first.defaultLocationId };
}

async function importProducts(client: AppClient): Promise<void> {
  const lines = Array.from({ length: PRODUCTS }, (_, at) => {
    const part = PARTS[at % PARTS.length];
    return `P-${String(at + 1).padStart(5, "0")},${part} ${(at * 7919) % 1000} mm,${at % 3 === 0 ? "raw" : "finished"},pcs,${10 + (at % 90)},Main store,1000000`;
  });
  const id = newClientId();
  const text = `Code,Name,Category,Unit,Cost,Location,Quantity\n${lines.join("\n")}\n`;
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
  const url = new URL(adminUrl);
  url.pathname = `/${factory.dbName}`;
  const socketPath = url.searchParams.get("socketPath");
  const connection = await createConnection({ uri: url.href, ...(socketPath && { socketPath }) });
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
  return url.href;
}
