import { createServer } from "node:net";

/** The first port from `from` on that nobody listens on, within the next `tries` ports. Undefined when all are taken. */
export async function findFreePort(from: number, host = "127.0.0.1", tries = 50): Promise<number | undefined> {
  for (let port = from; port < from + tries; port++) {
    if (await isFreePort(port, host)) return port;
  }
  return undefined;
}

/** Whether a server could listen on this port now. */
export function isFreePort(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
