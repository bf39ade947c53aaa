import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What came back: the status, the parsed body, and its text for what must not stand in it. */
export type Answer = Readonly<{ status: number; body: unknown; text: string; headers: Headers }>;

/** Calls a server as a page of it would, keeping the cookies it is given. */
export type Caller = Readonly<{
  get: (path: string, input?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  post: (path: string, input?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  /** Sends a body as it is. */
  send: (path: string, init: RequestInit) => Promise<Answer>;
  cookie: () => string;
  /** Another caller with the same cookie, which keeps it whatever the server says. */
  copy: () => Caller;
}>;

export type RunningServer = Readonly<{ url: string; caller: (cookie?: string) => Caller; close: () => Promise<void> }>;

/** Runs a listener on a free port of this machine. */
export async function serve(listener: RequestListener): Promise<RunningServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    caller: (cookie = "") => createCaller(url, cookie),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type ApiLike = Readonly<{
  handle: (
    req: IncomingMessage,
    res: ServerResponse,
    call: { requestId: string; path: string; query: string },
  ) => Promise<void>;
  rest: ApiLike["handle"];
}>;

const TRPC = "/api/trpc/";

/** Runs the API alone, without the server that stands in front of it in earnest. */
export const serveApi = (api: ApiLike): Promise<RunningServer> =>
  serve((req, res) => {
    const url = new URL(req.url ?? "/", "http://localhost");
    const call = { requestId: "test", query: url.search.slice(1) };
    if (!url.pathname.startsWith(TRPC)) return void api.rest(req, res, { ...call, path: url.pathname });
    return void api.handle(req, res, { ...call, path: url.pathname.slice(TRPC.length) });
  });

/** Calls the server at an address, of whatever process. */
export function createCaller(url: string, startCookie: string): Caller {
  let cookie = startCookie;

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${url}${path}`, { redirect: "manual", ...init });
    for (const header of response.headers.getSetCookie()) cookie = header.split(";")[0] ?? "";
    const text = await response.text();
    return { status: response.status, body: parse(text), text, headers: response.headers };
  }

  const own = (headers: Record<string, string> = {}): Record<string, string> => ({
    origin: url,
    ...(cookie === "" ? {} : { cookie }),
    ...headers,
  });
  return {
    send,
    cookie: () => cookie,
    copy: () => createCaller(url, cookie),
    get: (path, input, headers) => {
      const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return send(`/api/trpc/${path}${query}`, { headers: own(headers) });
    },
    post: (path, input, headers) =>
      send(`/api/trpc/${path}`, {
        method: "POST",
        headers: { ...own(headers), "content-type": "application/json" },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
