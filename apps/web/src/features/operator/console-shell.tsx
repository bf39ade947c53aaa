"use client";
import type { OperatorMe } from "@storehouse/domain";
import { cn, FormatProvider, useHotkeys } from "@storehouse/ui";
import { Building2, LayoutDashboard, ListChecks, type LucideIcon, ScrollText } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Logo } from "../../components/logo.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { useIsSessionLost } from "../../trpc/session-loss.ts";
import { OperatorMenu } from "./operator-menu.tsx";
import { OperatorMeProvider } from "./operator-me.tsx";
import { OperatorProvider } from "./operator-provider.tsx";
import { W } from "./words.ts";

type ConsoleLink = Readonly<{ href: string; name: string; icon: LucideIcon; letter: string }>;

const LINKS: readonly ConsoleLink[] = [
  { href: "/operator", name: W.overview, icon: LayoutDashboard, letter: "o" },
  { href: "/operator/factories", name: W.factories, icon: Building2, letter: "f" },
  { href: "/operator/work", name: W.work, icon: ListChecks, letter: "w" },
  { href: "/operator/events", name: W.events, icon: ScrollText, letter: "e" },
];

/** Everything round a page of the console. Nothing of a factory's app is in it. */
export function ConsoleShell({ me, children }: { me: OperatorMe; children: ReactNode }) {
  return (
    <OperatorProvider name={me.username}>
      <OperatorMeProvider me={me}>
        <FormatProvider formats={useOwnFormats()}>
          <Shell>{children}</Shell>
        </FormatProvider>
      </OperatorMeProvider>
    </OperatorProvider>
  );
}

function Shell({ children }: { children: ReactNode }) {
  const path = usePathname();
  const router = useRouter();
  const isLost = useIsSessionLost();
  useEffect(() => {
    if (isLost) window.location.assign("/operator/login");
  }, [isLost]);
  useHotkeys({
    "/": () => document.querySelector<HTMLInputElement>("[data-page-search]")?.focus(),
    ...Object.fromEntries(LINKS.map(({ href, letter }) => [`g ${letter}`, () => router.push(href)])),
  });
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        {W.skip}
      </a>
      <header className="sticky top-0 z-30 border-b bg-canvas/95 backdrop-blur-sm">
        <div className="mx-auto flex h-14 max-w-[1400px] items-center gap-x-2 sm:gap-x-6 px-4 md:px-6">
          <PageLink href="/operator" className="flex h-11 items-center gap-2.5 font-semibold">
            <Logo />
            <span className="max-md:sr-only">{W.console}</span>
          </PageLink>
          <nav aria-label={W.pages} className="min-w-0 flex-1">
            <ul className="flex gap-0.5 overflow-x-auto sm:gap-1">
              {LINKS.map((link) => (
                <li key={link.href}>
                  <TopLink link={link} isCurrent={isUnder(path, link.href)} />
                </li>
              ))}
            </ul>
          </nav>
          <OperatorMenu />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1400px] min-w-0 flex-1 px-4 pt-5 pb-10 outline-none md:px-6"
      >
        {children}
      </main>
    </div>
  );
}

function TopLink({ link: { href, name, icon: Icon }, isCurrent }: { link: ConsoleLink; isCurrent: boolean }) {
  return (
    <PageLink
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex h-9 items-center gap-2 rounded-md px-1.5 text-quiet sm:px-2.5 transition-colors hover:bg-hover hover:text-ink coarse:h-11",
        isCurrent && "bg-surface font-semibold text-ink shadow-xs ring-1 ring-line hover:bg-surface",
      )}
    >
      <Icon aria-hidden className={cn("size-4 shrink-0 max-sm:hidden", isCurrent && "text-accent-ink")} />
      <span className="max-sm:text-xs">{name}</span>
    </PageLink>
  );
}

const isUnder = (path: string, href: string): boolean =>
  href === "/operator" ? path === href : path === href || path.startsWith(`${href}/`);

// The console belongs to no factory: days and times are by the clocks of whoever looks.
function useOwnFormats() {
  const [formats] = useState(() => ({
    numberFormat: "thousand" as const,
    dateFormat: "words" as const,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  return formats;
}
