import type { Page } from "@playwright/test";

/** Keeps the page's stream of changes from opening: a line that is always in use would never let the network come to rest. */
export const withoutStream = (page: Page): Promise<unknown> =>
  page.route("**/api/trpc/live.changes*", (route) => route.abort());
