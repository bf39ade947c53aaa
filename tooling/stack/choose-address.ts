import { ExplainedError } from "../explained-error.ts";
import { findFreePort, isFreePort } from "../process/find-free-port.ts";
import type { AppAddress } from "./app-environment.ts";

const DEFAULT_PORT = 3000;

/** Where web will listen: HOST and PORT when set; without PORT the first free one from 3000 on. */
export async function chooseAddress(env: NodeJS.ProcessEnv, defaultPort = DEFAULT_PORT): Promise<AppAddress> {
  const host = env["HOST"] ?? "127.0.0.1";
  const port = env["PORT"] ? await wantedPort(env["PORT"], host) : await nextFreePort(defaultPort, host);
  return { host, port, publicUrl: env["PUBLIC_URL"] ?? `http://localhost:${port}` };
}

async function wantedPort(text: string, host: string): Promise<number> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new ExplainedError(`PORT=${text} is not a port.`);
  if (await isFreePort(port, host)) return port;
  throw new ExplainedError(`Port ${port} is taken by another program. End it, or set PORT to another one.`);
}

async function nextFreePort(from: number, host: string): Promise<number> {
  const port = await findFreePort(from, host);
  if (port === undefined) throw new ExplainedError(`No free port from ${from} on. Set PORT to one that is free.`);
  return port;
}
