import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { onRecovery, reportOutage } from "./connection.ts";
import { failureOf, isOutage, retryDelayMs } from "./failure-of.ts";
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
        // Safe to send twice: whatever writes carries an id its client chose.
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
  if (failureOf(error)?.code === "NOT_SIGNED_IN") reportSessionLost();
}
