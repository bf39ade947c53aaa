"use client";
import { PageError, type PageErrorProps } from "../components/page-error.tsx";
import { ConnectionBanner } from "../components/shell/index.ts";
import { useIsDisconnected } from "../trpc/connection.ts";

export default function ErrorPage(props: PageErrorProps) {
  return (
    <main className="flex min-h-dvh flex-col">
      <ConnectionBanner isDisconnected={useIsDisconnected()} />
      <div className="flex flex-1 items-center">
        <PageError {...props} />
      </div>
    </main>
  );
}
