/** What a log may keep of an error: where it happened and the database's codes, never the values it was about. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, stack, cause } = error;
  const { errno, code, query, sql } = error as Partial<Record<"errno" | "code" | "query" | "sql", unknown>>;
  // A failed query's message, and the driver's, repeat the parameters; its text has placeholders.
  const isDatabase =
    query !== undefined || error.message.startsWith("Failed query") || sql !== undefined || errno !== undefined;
  return {
    error: name,
    ...(isDatabase ? {} : { message: error.message }),
    ...(errno === undefined ? {} : { errno }),
    ...(code === undefined ? {} : { code }),
    ...(typeof query === "string" ? { query } : {}),
    stack: stack?.split("\n").filter((line) => line.startsWith("    at ")),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
