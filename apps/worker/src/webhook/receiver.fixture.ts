import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** One request that the receiver got, to the byte. */
export type Received = Readonly<{ path: string; headers: Readonly<Record<string, string>>; body: string }>;

/** How it answers: with a status, or in a way of the test's own. */
export type Behaviour = number | ((res: ServerResponse, req: IncomingMessage) => void);

/** A program on loopback that is told of events. */
export type Receiver = Readonly<{
  url: string;
  port: number;
  received: Received[];
  /** How many connections were opened at all. */
  connections: () => number;
  behave: (how: Behaviour) => void;
  close: () => Promise<void>;
}>;

/** Starts one that takes everything; on the port named where it is to come back. */
export async function startReceiver(port = 0): Promise<Receiver> {
  let how: Behaviour = 200;
  let connections = 0;
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on("data", (part: Buffer) => parts.push(part));
    req.on("end", () => {
      const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
      received.push({ path: req.url ?? "", headers, body: Buffer.concat(parts).toString("utf8") });
      if (typeof how === "function") how(res, req);
      else res.writeHead(how).end("ok");
    });
  });
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${open}/hook`,
    port: open,
    received,
    connections: () => connections,
    behave: (next) => void (how = next),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
