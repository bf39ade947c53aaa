import { createServer, type RequestListener, type Server } from "node:http";

const HEADERS_MAX_BYTES = 16 * 1024;
const DRAIN_MS = 15_000;

/** Makes the HTTP server: nobody holds a connection by sending slowly. */
export function openServer(listener: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: HEADERS_MAX_BYTES,
      headersTimeout: 10_000,
      // A sheet of 5 MB takes 55 seconds to come over 1 Mbit/s.
      requestTimeout: 120_000,
      // Longer than a proxy in front keeps its own idle connections.
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2_000,
    },
    listener,
  );
  server.maxRequestsPerSocket = 10_000;
  return server;
}

/** Listens, and says so once it does. */
export const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });

/** Accepts nobody new and waits for the answers under way, 15 seconds at most. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // One who still asks on a connection that is kept is answered, and told to come back by another.
  server.prependListener("request", (_req, res) => res.setHeader("connection", "close"));
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), 250);
  const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}
