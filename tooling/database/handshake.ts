import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const PROTOCOL_VERSION = 10;

/** Whether a MySQL server greets on this socket. The greeting comes only once the server takes connections. */
export function answersHandshake(target: { path: string } | { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(target);
    const finish = (isGreeted: boolean): void => {
      socket.destroy();
      resolve(isGreeted);
    };
    socket.setTimeout(1000, () => finish(false));
    socket.once("error", () => finish(false));
    socket.once("close", () => finish(false));
    // A packet: 3 bytes of length, 1 of sequence, then the protocol version.
    socket.once("data", (packet) => finish(packet[4] === PROTOCOL_VERSION));
  });
}

/** Waits for the greeting. False when `isStillStarting` says no before it comes, or when `patienceMs` are over. */
export async function waitForHandshake(
  socketPath: string,
  patienceMs: number,
  isStillStarting: () => boolean,
): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (await answersHandshake({ path: socketPath })) return true;
    if (!isStillStarting()) return false;
    await sleep(50);
  }
  return false;
}
