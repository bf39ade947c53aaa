import type { Failure } from "@storehouse/domain";
import type { ServerResponse } from "node:http";

/** A refusal before anybody reads the request: the status, and the name the API's clients know it by. */
export type Refusal = Readonly<{ status: number; code: string; failure?: Failure; headers?: Record<string, string> }>;

/** Answers with a refusal in the shape of the API's own errors. */
export function refuse(res: ServerResponse, requestId: string, { status, code, failure, headers }: Refusal): void {
  const data = { code, httpStatus: status, path: null, failure: failure ?? null, fields: null, requestId };
  const body = JSON.stringify({ error: { message: failure?.code ?? code, code: -32_600, data } });
  // What the client still sends is not waited for.
  res.writeHead(status, { ...headers, "content-type": "application/json", connection: "close" });
  res.end(body);
}

export const REFUSALS = {
  badRequest: { status: 400, code: "BAD_REQUEST" },
  notFound: { status: 404, code: "NOT_FOUND" },
  method: { status: 405, code: "METHOD_NOT_SUPPORTED", headers: { allow: "GET, HEAD" } },
  origin: {
    status: 403,
    code: "FORBIDDEN",
    failure: { code: "NOT_ALLOWED", permission: null, grantedBy: [] },
  },
  contentType: { status: 415, code: "UNSUPPORTED_MEDIA_TYPE" },
} as const satisfies Record<string, Refusal>;
