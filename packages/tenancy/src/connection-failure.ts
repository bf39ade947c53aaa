import { findDriverError, isUnavailable } from "@storehouse/db";
import { DomainError, type Failure } from "@storehouse/domain";

// Too many connections: of the server, of the user.
const FULL: ReadonlySet<number> = new Set([1040, 1203, 1226]);
// A statement that ran longer than the server allows: MariaDB, MySQL.
const TOO_LONG: ReadonlySet<number> = new Set([1969, 3024]);
// The server closes the connection after these, or may not be written to any more: a new one may reach a better server.
const LAST_WORDS: ReadonlySet<number> = new Set([1053, 1080, 1927, 4031, 1290, 1792, 1836]);

/** What a failed connect means to a caller: the database can't be had now. Nothing it says is about the request. */
export function toConnectFailure(error: unknown): DomainError {
  const isFull = FULL.has(findDriverError(error)?.errno ?? 0);
  return withCause(error, { code: isFull ? "BUSY" : "UNAVAILABLE", retryAfterSeconds: isFull ? 1 : 2 });
}

/** The error of a failed statement as it goes to the caller: UNAVAILABLE when the server is away, else as it came. */
export function toStatementFailure(error: unknown): unknown {
  const isAway = isUnavailable(error) || isBroken(error) || TOO_LONG.has(findDriverError(error)?.errno ?? 0);
  return isAway ? withCause(error, { code: "UNAVAILABLE", retryAfterSeconds: 2 }) : error;
}

/** True when the connection an error came from is of no more use. */
export function isBroken(error: unknown): boolean {
  const driver = findDriverError(error);
  // The driver names some ends of a connection by no code, only as fatal.
  if (driver === undefined) return error instanceof Error && "fatal" in error && error.fatal === true;
  // What the server answers carries an SQL state; what has none was the network's or the protocol's.
  return LAST_WORDS.has(driver.errno) || !hasSqlState(error);
}

/** True when nothing came back in time: sending it once more would only wait as long again. */
export const isSilence = (error: unknown): boolean => findDriverError(error)?.code === "PROTOCOL_SEQUENCE_TIMEOUT";

function hasSqlState(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ("sqlState" in at && at.sqlState) return true;
  return false;
}

const withCause = (cause: unknown, failure: Failure): DomainError => Object.assign(new DomainError(failure), { cause });
