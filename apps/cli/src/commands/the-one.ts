import { UsageError } from "../usage-error.ts";

/** The only argument of a command that takes one. */
export function theOne(args: readonly string[], name: string): string {
  const [value, ...rest] = args;
  if (value === undefined || value.startsWith("-") || rest.length > 0) throw new UsageError(`Give one <${name}>.`);
  return value;
}
