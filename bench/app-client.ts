import { randomUUID } from "node:crypto";
import { send, type Shot } from "./load.ts";

/** A small client of the app as it runs: no library between, so that what is measured is the server. */
export type AppClient = Readonly<{
  query: <T>(path: string, input: unknown) => Promise<T>;
  mutate: <T>(path: string, input: unknown) => Promise<T>;
  queryShot: (path: string, input: unknown) => Shot;
  mutateShot: (path: string, input: () => unknown) => Shot;
}>;

/** Talks to the app at `base`, signed in by `cookie` where one is given. */
export function appClient(base: URL, cookie = ""): AppClient {
  const headers = { origin: base.origin, cookie };
  const queryShot = (path: string, input: unknown): Shot => ({
    method: "GET",
    path: `/api/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
    headers,
  });
  const mutateShot = (path: string, input: () => unknown): Shot => ({
    method: "POST",
    path: `/api/trpc/${path}`,
    headers,
    body: () => JSON.stringify(input()),
  });
  const unwrap = <T>(text: string): T => (JSON.parse(text) as { result: { data: T } }).result.data;
  return {
    queryShot,
    mutateShot,
    query: async <T>(path: string, input: unknown) => unwrap<T>(await send(base, queryShot(path, input))),
    mutate: async <T>(path: string, input: unknown) =>
      unwrap<T>(
        await send(
          base,
          mutateShot(path, () => input),
        ),
      ),
  };
}

/** Signs in and hands out the session's cookie. */
export async function signIn(base: URL, login: string, password: string): Promise<string> {
  const response = await fetch(new URL("/api/trpc/auth.login", base), {
    method: "POST",
    headers: { "content-type": "application/json", origin: base.origin },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

/** A new id for a booking. */
export const newClientId = (): string => randomUUID();
