"use client";
import { ErrorState } from "@storehouse/ui";
import { useEffect } from "react";
import { checkConnection, onRecovery } from "../trpc/connection.ts";

export type PageErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** What stands where a page could not be drawn. When the server was away, the page draws itself anew once it is back. */
export function PageError({ error, reset }: PageErrorProps) {
  useEffect(() => {
    void checkConnection();
    return onRecovery(() => window.location.reload());
  }, []);
  return (
    <ErrorState
      isPage
      title="This page could not be drawn"
      text="Nothing you stored is lost. Try again; if it happens once more, tell us the number below."
      onRetry={reset}
      requestId={error.digest}
    />
  );
}
