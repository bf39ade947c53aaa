import { Agent, request } from "node:http";

/** One request to repeat: everything but its body is fixed. `body` is asked anew for each, as a booking needs a new client id. */
export type Shot = Readonly<{
  method: "GET" | "POST";
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: () => string;
}>;

/** What a run of requests took: latencies in ms, sorted, and the requests a second. */
export type LoadResult = Readonly<{ latencies: readonly number[]; perSecond: number }>;

/** Sends `count` requests over `connections` kept-alive connections, each connection one at a time. Throws on any answer but 200. */
export async function load(base: URL, shot: Shot, connections: number, count: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await send(base, shot, agent);
      latencies.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { latencies: latencies.toSorted((a, b) => a - b), perSecond: count / seconds };
}

/** Sends one request and reads its answer whole. */
export function send(base: URL, shot: Shot, agent?: Agent): Promise<string> {
  const body = shot.body?.();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: base.hostname,
        port: base.port,
        path: shot.path,
        method: shot.method,
        headers: headersOf(shot, body),
        ...(agent && { agent }),
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => {
          text += chunk;
        });
        incoming.on("error", reject);
        incoming.on("end", () =>
          incoming.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${shot.path.split("?")[0]}: ${incoming.statusCode} ${text.slice(0, 300)}`)),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const headersOf = (shot: Shot, body: string | undefined): Record<string, string | number> =>
  body === undefined
    ? shot.headers
    : { ...shot.headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) };

/** The value below which a share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The middle of some values. */
export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
