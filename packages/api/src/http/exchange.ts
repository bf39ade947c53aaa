import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiOptions } from "../api-options.ts";
import type { OpenContext } from "../open-context.ts";

/** One call of the API: what the server has made of the request before it hands it over. */
export type ApiCall = Readonly<{
  requestId: string;
  /** The part of the path behind `/api/trpc/`, as it came. */
  path: string;
  /** What follows the question mark, without it. */
  query: string;
}>;

/** A call with all that answering it takes. */
export type Exchange = Readonly<{
  options: ApiOptions;
  req: IncomingMessage;
  res: ServerResponse;
  call: ApiCall;
  open: OpenContext;
}>;
