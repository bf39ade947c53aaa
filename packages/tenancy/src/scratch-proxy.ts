import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { DatabaseAddress } from "./database-url.ts";

/** A way to a database server that a test can make worse. */
export type ScratchProxy = Readonly<{
  address: DatabaseAddress;
  /** From now on nothing passes and nobody is told: a network that swallows. */
  freeze: () => void;
  thaw: () => void;
  /** Ends every connection through here, as a server does that goes down. */
  cut: () => void;
  connections: () => number;
  close: () => Promise<void>;
}>;

/** Opens a proxy before a database, for tests. */
export async function createScratchProxy(address: DatabaseAddress): Promise<ScratchProxy> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const add = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
  };
  const join = (from: Socket, to: Socket): void => {
    from.on("data", (data) => isFrozen || to.write(data)).on("close", () => to.destroy());
  };
  const server = createServer((client) => {
    const upstream = add(
      address.socketPath === undefined
        ? connect({ host: address.host, port: address.port })
        : connect({ path: address.socketPath }),
    );
    join(add(client), upstream);
    join(upstream, client);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: { ...address, host: "127.0.0.1", port, socketPath: undefined },
    freeze: () => {
      isFrozen = true;
    },
    thaw: () => {
      isFrozen = false;
    },
    cut,
    connections: () => sockets.size / 2,
    close: async () => {
      server.close();
      cut();
    },
  };
}
