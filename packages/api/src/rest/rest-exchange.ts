import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiOptions } from "../api-options.ts";
import type { OpenContext } from "../open-context.ts";

/** One request of the REST interface on its way. */
export type RestExchange = Readonly<{
  options: ApiOptions;
  req: IncomingMessage;
  res: ServerResponse;
  call: Readonly<{ requestId: string; path: string; query: string }>;
  open: OpenContext;
  /** The token of a session that this request opened: a program has no use for a cookie. */
  tokens: readonly string[];
}>;
