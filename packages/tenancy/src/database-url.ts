/** Where a database server is and who enters it: a `mysql://user:password@host:port/database?socketPath=/path` taken apart. */
export type DatabaseAddress = Readonly<{
  host: string;
  port: number;
  user: string;
  password: string;
  database: string | undefined;
  socketPath: string | undefined;
}>;

/** Takes a database URL apart. The message of what it refuses never repeats the password. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  if (!URL.canParse(text)) throw new Error("A database URL reads mysql://user:password@host:port/database.");
  const url = new URL(text);
  if (url.protocol !== "mysql:" && url.protocol !== "mariadb:") {
    throw new Error("A database URL begins with mysql://.");
  }
  return {
    host: url.hostname || "127.0.0.1",
    port: url.port === "" ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || undefined,
    socketPath: url.searchParams.get("socketPath") ?? undefined,
  };
}
