import { findDriverError } from "@storehouse/db";
import { DomainError } from "@storehouse/domain";

const LENGTH_MAX = 500;
/** Below are the operating system's: their words name files and ports. */
const SERVER_ERRORS_FROM = 1000;

/** An error in one line that may be stored and shown to the operator: a server's own words are left out, for they can quote a factory's data. */
export function briefError(error: unknown): string {
  const driver = findDriverError(error);
  if (driver !== undefined && driver.errno >= SERVER_ERRORS_FROM) return `${driver.code} (${driver.errno})`;
  if (error instanceof DomainError) return factsOf(error);
  const message = error instanceof Error ? error.message : "Something unexpected went wrong.";
  return (message.split("\nparams:")[0] ?? "").slice(0, LENGTH_MAX);
}

function factsOf({ failure: { code, ...facts } }: DomainError): string {
  return `${code} ${JSON.stringify(facts)}`.slice(0, LENGTH_MAX);
}
