import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NotificationBell } from "../../features/alert/index.ts";
import { BookingSheet } from "../../features/booking/index.ts";
import { MakeSheet } from "../../features/make/index.ts";
import { ScanProvider } from "../../features/scan/index.ts";
import { SearchPalette } from "../../features/search/index.ts";
import { SubscriptionBanner } from "../../features/plan/index.ts";
import { AppShell, FirstPasswordPage } from "../../features/session/index.ts";
import { currentMe } from "../../trpc/server.ts";

/** Every page of a factory: only for who is signed in. Each request asks, so that an ended session ends here too. */
export default async function FactoryLayout({ children }: { children: ReactNode }) {
  const me = await currentMe();
  if (!me) {
    const path = (await headers()).get("x-path")?.replace(/[?&]_rsc=[^&]*/, "");
    redirect(path ? `/login?next=${encodeURIComponent(path)}` : "/login");
  }
  if (me.mustChangePassword) return <FirstPasswordPage me={me} />;
  return (
    <AppShell me={me} bell={<NotificationBell />} search={<SearchPalette />}>
      <ScanProvider>
        <SubscriptionBanner />
        {children}
        <BookingSheet />
        <MakeSheet />
      </ScanProvider>
    </AppShell>
  );
}
