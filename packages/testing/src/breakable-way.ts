import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that can be closed as if the server had gone, and opened again on the same port. */
export type BreakableWay = Readonly<{ port: number; close: () => Promise<void>; open: () => Promise<void> }>;

/** Opens a way to a TCP server of this machine. */
export async function breakableWay(targetPort: number): Promise<BreakableWay> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
  };
  const start = (port: number): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((client) => {
        const upstream = keep(connect({ host: "127.0.0.1", port: targetPort }));
        keep(client).pipe(upstream).pipe(client);
        client.on("close", () => upstream.destroy());
        upstream.on("close", () => client.destroy());
      });
      server.listen(port, "127.0.0.1", () => resolve(server));
    });

  let server = await start(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: async () => {
      server = await start(port);
    },
  };
}
