"use client";
import { PageLink } from "../../components/page-link.tsx";
import { TrpcProvider } from "../../trpc/client.tsx";
import { useIsDisconnected } from "../../trpc/connection.ts";
import { ConnectionBanner } from "../../components/shell/connection-banner.tsx";
import { PublicFrame } from "../../components/public-frame.tsx";
import { t } from "../../language/t.ts";
import { LoginForm } from "./login-form.tsx";

/** Signing in. `next` is where to go on to; it has been held to the app's own pages. */
export function LoginPage({ next }: { next: string }) {
  return (
    <TrpcProvider key="guest">
      <ConnectionBanner isDisconnected={useIsDisconnected()} />
      <PublicFrame
        title={t("session.signIn")}
        aside={
          <span className="text-quiet">
            <span className="max-sm:hidden">{t("session.newHere")} </span>
            <PageLink href="/register" className="font-semibold text-accent-ink underline-offset-4 hover:underline">
              {t("session.startFree")}
            </PageLink>
          </span>
        }
      >
        <LoginForm next={next} />
      </PublicFrame>
    </TrpcProvider>
  );
}
