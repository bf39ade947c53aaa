import type { Page } from "@playwright/test";

/** An answer of the API as it came over the wire. */
export type Answer = Readonly<{ status: number; body: unknown }>;

/** Calls a procedure with the page's own session, as another program in the same browser would. */
export async function call(page: Page, kind: "query" | "mutate", path: string, input: unknown): Promise<Answer> {
  const origin = new URL(page.url()).origin;
  const address = `/api/trpc/${path}`;
  const response =
    kind === "query"
      ? await page.request.get(`${address}?input=${encodeURIComponent(JSON.stringify(input))}`)
      : await page.request.post(address, {
          data: JSON.stringify(input),
          headers: { "content-type": "application/json", origin },
        });
  return { status: response.status(), body: await response.json() };
}

/** What a call that went well answered. */
export async function ask<T>(page: Page, path: string, input: unknown, kind: "query" | "mutate" = "query"): Promise<T> {
  const { status, body } = await call(page, kind, path, input);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return (body as { result: { data: T } }).result.data;
}
