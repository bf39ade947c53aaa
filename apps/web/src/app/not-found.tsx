import { Button, EmptyState } from "@storehouse/ui";
import { MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { PageLink } from "../components/page-link.tsx";
import { t } from "../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.notFound") });

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        isPage
        icon={MapPinOff}
        title={t("page.thereIsNoPageHere")}
        text={t("page.theAddressMayBeMistyped")}
        actions={
          <Button asChild variant="primary">
            <PageLink href="/home">{t("page.goToHome")}</PageLink>
          </Button>
        }
      />
    </main>
  );
}
