"use client";
import { ErrorState } from "@storehouse/ui";
import { useEffect } from "react";
import { checkConnection, onRecovery } from "../trpc/connection.ts";
import { t } from "../language/t.ts";

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
      title={t("common.thisPageCouldNotBe")}
      text={t("common.nothingYouStoredIsLost")}
      onRetry={reset}
      requestId={error.digest}
    />
  );
}
