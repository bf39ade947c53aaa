"use client";
import type { AppRouter } from "@storehouse/api";
import { QueryClientProvider } from "@tanstack/react-query";
import { httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { type CreateTRPCReact, createTRPCReact } from "@trpc/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { makeQueryClient, refetchOnRecovery } from "./query-client.ts";

/** Where a factory's pages ask, and where the operators' console does. */
type ApiPath = "/api/trpc" | "/operator/api";

/** The API as hooks: trpc.products.list.useQuery(…). Types only; nothing of the server comes along. */
export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();

// Streams come as server-sent events, which their own link reads.
const linkTo = (url: ApiPath) =>
  splitLink<AppRouter>({
    condition: ({ type }) => type === "subscription",
    true: httpSubscriptionLink({ url }),
    false: httpLink({ url }),
  });

/**
 * Gives the pages within the API and the copy of its data. Give it a `key` of factory and user: signing in as another then drops all that
 * was kept. One request per call, unbatched, so that a slow one never holds up the others.
 */
export function TrpcProvider({ url = "/api/trpc", children }: { url?: ApiPath; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [client] = useState(() => trpc.createClient({ links: [linkTo(url)] }));
  useEffect(() => refetchOnRecovery(queryClient), [queryClient]);
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
