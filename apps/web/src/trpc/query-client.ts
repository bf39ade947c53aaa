import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { onRecovery, reportOutage } from "./connection.ts";
import { failureOf, isOutage, retryDelayMs } from "./failure-of.ts";
import { reportClosed } from "./factory-closed.ts";
import { reportSessionLost } from "./session-loss.ts";

/** How often a request without an answer is sent again before the page says so. */
const RETRIES = 2;

/**
 * The browser's copy of server data for one person. Refreshes what is older than 15 s when somebody looks again, tries again only where the
 * server gave no answer, and reports outages and lost sessions from one place.
 */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: report }),
    mutationCache: new MutationCache({ onError: report }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => isOutage(error) && count < RETRIES,
        retryDelay: retryDelayMs,
        networkMode: "always",
      },
      mutations: {
        // What writes can be sent twice: a new thing carries the id its client chose, a save of what is saved already changes nothing.
        // Signing up and changing one's password can not, and say so where they are called.
        retry: (count, error) => isOutage(error) && count < RETRIES,
        retryDelay: retryDelayMs,
        networkMode: "always",
      },
    },
  });
  return client;
}

/** Asks again, after an outage, for what failed in it. Returns how to stop. */
export function refetchOnRecovery(client: QueryClient): () => void {
  return onRecovery(() => {
    void client.refetchQueries({ type: "active", predicate: (query) => query.state.status === "error" });
    void client.invalidateQueries();
  });
}

function report(error: unknown): void {
  if (isOutage(error)) reportOutage();
  reportClosed(error);
  if (failureOf(error)?.code === "NOT_SIGNED_IN") reportSessionLost();
}
