"use client";
import type { ReactNode } from "react";
import { ConnectionBanner } from "../../components/shell/connection-banner.tsx";
import { TrpcProvider } from "../../trpc/client.tsx";
import { useIsDisconnected } from "../../trpc/connection.ts";

/** Gives the console's pages its API, whose cookie is the console's own. */
export function OperatorProvider({ name, children }: { name: string; children: ReactNode }) {
  return (
    <TrpcProvider key={name} url="/operator/api">
      <ConnectionBanner isDisconnected={useIsDisconnected()} />
      {children}
    </TrpcProvider>
  );
}
