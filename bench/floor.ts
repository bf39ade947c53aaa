import { createServer, type IncomingMessage } from "node:http";
import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { jwtVerify, SignJWT } from "jose";
import { createPool, type ResultSetHeader, type RowDataPacket } from "mysql2/promise";
import { floorEnv } from "./env.ts";
import { READS } from "./floor-reads.ts";

/*
 * The floor: the least that answers the same requests. node:http, prepared statements, JSON.stringify, and the session checked as the
 * app does it: once, then kept for five seconds.
 */
const env = floorEnv();
const pool = createPool({ uri: env.databaseUrl, connectionLimit: 10, timezone: "Z" });
const secret = new TextEncoder().encode("the floor's own secret, never used elsewhere");
const passwordHash = await hash(env.password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
const known = new Map<string, number>();

async function checkSession(request: IncomingMessage): Promise<void> {
  const token = request.headers.authorization?.slice(7) ?? "";
  if ((known.get(token) ?? 0) > Date.now()) return;
  const { payload } = await jwtVerify(token, secret);
  await pool.execute<RowDataPacket[]>("select id from users where username = ?", [String(payload.sub)]);
  known.set(token, Date.now() + 5000);
}

async function post(body: { variant: string; location: string; quantity: string }): Promise<unknown> {
  const variant = Buffer.from(body.variant, "hex");
  const location = Buffer.from(body.location, "hex");
  const lot = Buffer.alloc(16);
  const connection = await pool.getConnection();
  try {
    await connection.query("start transaction");
    await connection.execute(
      "insert into floor_entries (variant_id, location_id, lot_id, quantity, written_at) values (?, ?, ?, ?, now(3))",
      [variant, location, lot, body.quantity],
    );
    const [done] = await connection.execute<ResultSetHeader>(
      "update floor_levels set on_hand = on_hand - ? where variant_id = ? and location_id = ? and lot_id = ? and on_hand - reserved >= ?",
      [body.quantity, variant, location, lot, body.quantity],
    );
    await connection.query("commit");
    return { isPosted: done.affectedRows === 1 };
  } finally {
    connection.release();
  }
}

async function login(body: { username: string; password: string }): Promise<unknown> {
  const [rows] = await pool.execute<RowDataPacket[]>("select id, role from users where username = ?", [body.username]);
  if (rows.length !== 1 || !(await verify(passwordHash, body.password))) throw new Error("wrong");
  await pool.execute("insert into floor_sessions (id, at) values (?, now(3))", [randomUUID()]);
  return {
    token: await new SignJWT({ sub: body.username })
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime("1d")
      .sign(secret),
  };
}

async function readBody<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as T;
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? "/", "http://floor");
  if (url.pathname === "/login") return login(await readBody(request));
  await checkSession(request);
  if (url.pathname === "/post") return post(await readBody(request));
  const read = READS[url.pathname];
  if (read === undefined) throw new Error(`${url.pathname} is not asked here`);
  return read(pool, url);
}

const server = createServer((request, response) => {
  answer(request).then(
    (result) => response.setHeader("content-type", "application/json").end(JSON.stringify(result)),
    (error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    },
  );
});
server.listen(env.port, "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
