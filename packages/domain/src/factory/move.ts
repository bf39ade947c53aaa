import { z } from "zod";

/** What the worker calls the server of the installation itself, where factories are made. */
export const MAIN_SERVER = "main";

/** A database server's name, as the worker's environment gives it. */
export const ServerName = z.string("SERVER_UNKNOWN").regex(/^[a-z][a-z0-9-]{0,31}$/, "SERVER_UNKNOWN");

/** `MOVED` has left the old database behind, which is kept for a while; `ENDED` has removed that too; `FAILED` has left nothing. */
export const MOVE_STATES = ["MOVING", "MOVED", "ENDED", "FAILED"] as const;
export type MoveState = (typeof MOVE_STATES)[number];

/** How long the database that a move has left behind is kept. */
export const MOVED_KEPT_DAYS = 7;

/** What a move does one after the other, as its job says it. */
export const MOVE_STEPS = ["checking", "rehearsing", "closing", "copying", "proving", "opening"] as const;
export type MoveStep = (typeof MOVE_STEPS)[number];

/** A database server as the operator sees it. */
export type ServerRow = Readonly<{
  name: string;
  host: string;
  port: number;
  version: string | null;
  /** Why it can't be used now; null when it can. */
  error: string | null;
  seenAt: string;
  factories: number;
}>;

/** What a server answered before anything was moved to it. */
export type ServerFacts = Readonly<{ version: string; maxConnections: number; connections: number }>;

const isMariaDb = (version: string): boolean => /mariadb/i.test(version);

const numbersOf = (version: string): readonly [number, number] => {
  const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major), Number(minor)];
};

/** Connections that a server has to have left besides those of the factory that moves to it. */
const SPARE_CONNECTIONS = 10;

/** Why a factory can't be moved between two servers as they are, for the operator; null when it can. */
export function refuseServers(from: ServerFacts, to: ServerFacts, connections: number): string | null {
  if (isMariaDb(from.version) !== isMariaDb(to.version))
    return `A factory can't be moved from ${kindOf(from.version)} to ${kindOf(to.version)}: what one saves the other may read differently.`;
  const [major, minor] = numbersOf(from.version);
  const [toMajor, toMinor] = numbersOf(to.version);
  if (toMajor < major || (toMajor === major && toMinor < minor))
    return `The new server is older (${to.version}) than the one the factory is on (${from.version}).`;
  const left = to.maxConnections - to.connections;
  if (left < connections + SPARE_CONNECTIONS)
    return `The new server has ${Math.max(0, left)} connections left; the factory and the service need ${connections + SPARE_CONNECTIONS}.`;
  return null;
}

const kindOf = (version: string): string => (isMariaDb(version) ? "MariaDB" : "MySQL");
