import type { CentralDb } from "@storehouse/db";
import { fail, MAIN_SERVER, ServerName } from "@storehouse/domain";
import { openCentral, PROVISIONER_LIMIT } from "../central.ts";
import { type DatabaseAddress, parseDatabaseUrl } from "../database-url.ts";
import type { Keys } from "../keys.ts";
import { openSession, type Session } from "./open-session.ts";

/** The account that may make databases, users and rights. Only the worker and the command line hold one. */
export type Provisioner = Readonly<{
  central: CentralDb;
  keys: Keys;
  /** Where the server is. */
  server: Pick<DatabaseAddress, "host" | "port" | "socketPath">;
  /** What the registry calls the server. */
  serverName: string;
  /** A connection of its own, in no database until it is told. */
  openSession: () => Promise<Session>;
  /** The same account's way to another server that factories are on, told by its name. Throws UNAVAILABLE for one that is not configured here. */
  at: (serverName: string) => Provisioner;
  /** Every server that is configured here, that of the installation first. */
  serverNames: readonly string[];
  close: () => Promise<void>;
}>;

type Wish = Readonly<{ url: string; keys: Keys; servers?: ServerUrls | undefined }>;

/** Further database servers by their names, each with the provisioner's account there. */
export type ServerUrls = ReadonlyMap<string, string>;

/** Reads `north=mysql://user:password@host:port south=…`. Throws without repeating a password. */
export function parseServers(text: string | undefined): ServerUrls {
  const servers = new Map<string, string>();
  for (const one of (text ?? "").split(/\s+/).filter((word) => word !== "")) {
    const at = one.indexOf("=");
    const name = one.slice(0, Math.max(0, at));
    if (!ServerName.safeParse(name).success || name === MAIN_SERVER)
      throw new Error(
        "DATABASE_SERVERS reads north=mysql://… south=mysql://…: names of lower-case letters, digits and -.",
      );
    if (servers.has(name)) throw new Error(`DATABASE_SERVERS names ${name} twice.`);
    parseDatabaseUrl(one.slice(at + 1));
    servers.set(name, one.slice(at + 1));
  }
  return servers;
}

/** Opens the provisioner's way to its servers. The URL names the central database. */
export function openProvisioner({ url, keys, servers = new Map() }: Wish): Provisioner {
  const central = openCentral(url, PROVISIONER_LIMIT);
  if (central.address.database === undefined) {
    throw new Error("The provisioner's database URL names no central database.");
  }
  const addresses = new Map<string, DatabaseAddress>([[MAIN_SERVER, central.address]]);
  for (const [name, serverUrl] of servers) addresses.set(name, parseDatabaseUrl(serverUrl));
  const at = (serverName: string): Provisioner => {
    const address = addresses.get(serverName);
    if (address === undefined) return fail({ code: "UNAVAILABLE", retryAfterSeconds: UNKNOWN_RETRY_SECONDS });
    const { host, port, socketPath } = address;
    return {
      central: central.db,
      keys,
      server: { host, port, socketPath },
      serverName,
      openSession: () => openSession({ ...address, database: undefined }),
      at,
      serverNames: [...addresses.keys()],
      close: central.close,
    };
  };
  return at(MAIN_SERVER);
}

/** Until somebody has told this process where the server is. */
const UNKNOWN_RETRY_SECONDS = 60;
