/** What the driver says of a failed statement. Matched by number: one driver names some of MariaDB's numbers wrongly. */
export type DriverError = Readonly<{ errno: number; code: string; sqlMessage: string; sqlState: string }>;

/** Finds the driver's error under whatever wrapped it; undefined when the error is not the database's. */
export function findDriverError(error: unknown): DriverError | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { errno, code, sqlMessage, sqlState } = at as Partial<DriverError>;
    if (typeof code === "string" && (typeof errno === "number" || /^(PROTOCOL_|E[A-Z]+$)/.test(code))) {
      return { errno: errno ?? 0, code, sqlMessage: sqlMessage ?? "", sqlState: sqlState ?? "" };
    }
  }
  return undefined;
}

/** True when the named unique key refused a row. MySQL writes the table before the key's name, MariaDB does not. */
export function isDuplicateKey(error: unknown, key?: string): boolean {
  const driver = findDriverError(error);
  if (driver?.errno !== 1062) return false;
  return key === undefined || new RegExp(`'(?:[^']*\\.)?${key}'$`).test(driver.sqlMessage);
}

// Deadlock, lock wait, row changed since the snapshot, cluster node not ready: the whole transaction can run again.
const RETRYABLE: ReadonlySet<number> = new Set([1213, 1205, 1020, 1047]);

/** True when running the whole transaction again may succeed. */
export const isRetryable = (error: unknown): boolean => RETRYABLE.has(findDriverError(error)?.errno ?? -1);

const GONE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOENT",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "PROTOCOL_CONNECTION_LOST",
  "PROTOCOL_SEQUENCE_TIMEOUT",
  "PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR",
  "PROTOCOL_ENQUEUE_AFTER_QUIT",
  "PROTOCOL_ENQUEUE_AFTER_DESTROY",
]);
// Too many connections (of the server, of the user), shutting down, killed, read only, out of space.
const AWAY: ReadonlySet<number> = new Set([1040, 1203, 1226, 1053, 1927, 1290, 1836, 1021, 1114, 3169, 4031]);

/** True when the server is away or full, so that the same request may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  const driver = findDriverError(error);
  return driver !== undefined && (GONE.has(driver.code) || AWAY.has(driver.errno));
}

/** True when a CHECK refused a row: 4025 on MariaDB, 3819 on MySQL. */
export const isCheckViolation = (error: unknown): boolean => [4025, 3819].includes(findDriverError(error)?.errno ?? 0);

/** True when a foreign key refused a row or its removal. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  [1451, 1452, 3730].includes(findDriverError(error)?.errno ?? 0);
