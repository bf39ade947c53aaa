export type Account = { user: string; password: string };
export type Endpoint = { host: string; port: number; socketPath?: string | undefined };

/** `mysql://user:password@host:port/database?socketPath=…`, each part escaped. */
export function databaseUrl(endpoint: Endpoint, account: Account, database = ""): string {
  const url = new URL(`mysql://${endpoint.host}:${endpoint.port}/${encodeURIComponent(database)}`);
  url.username = encodeURIComponent(account.user);
  url.password = encodeURIComponent(account.password);
  if (endpoint.socketPath !== undefined) url.searchParams.set("socketPath", endpoint.socketPath);
  return url.href;
}

/** The same server, reached as another account. */
export function withAccount(adminUrl: string, account: Account, database: string): string {
  const url = new URL(adminUrl);
  const socketPath = url.searchParams.get("socketPath") ?? undefined;
  return databaseUrl({ host: url.hostname, port: Number(url.port || 3306), socketPath }, account, database);
}

/** The server that the environment names: DATABASE_URL, or its parts. Undefined when it names none. */
export function databaseUrlFromEnv(env: NodeJS.ProcessEnv): string | undefined {
  if (env["DATABASE_URL"]) return env["DATABASE_URL"];
  if (!env["DATABASE_HOST"]) return undefined;
  return databaseUrl(
    { host: env["DATABASE_HOST"], port: Number(env["DATABASE_PORT"] ?? 3306) },
    { user: env["DATABASE_USER"] ?? "root", password: env["DATABASE_PASSWORD"] ?? "" },
  );
}
