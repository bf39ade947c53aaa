"use client";
import { cn, Sheet } from "@storehouse/ui";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PageLink } from "../page-link.tsx";
import { t } from "../../language/t.ts";
import { currentLink, type NavigationLink } from "./navigation.ts";

type BottomBarProps = { links: readonly NavigationLink[]; path: string; factoryName: string; quickAdd: ReactNode };

const IN_BAR = ["/home", "/stock", "/alerts"];
const ITEM = "flex h-16 flex-1 flex-col items-center justify-center gap-1 text-xs text-quiet";

/** The thumb's way through the app: three pages, the large +, and the rest behind More. */
export function BottomBar({ links, path, factoryName, quickAdd }: BottomBarProps) {
  const [isMoreOpen, setMoreOpen] = useState(false);
  const current = currentLink(links, path);
  const inBar = links.filter((link) => IN_BAR.includes(link.href));
  const more = links.filter((link) => !IN_BAR.includes(link.href));
  return (
    <nav
      aria-label={t("shell.main")}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden coarse:[body:has(input:focus,textarea:focus)_&]:hidden"
    >
      {inBar.slice(0, 2).map((link) => (
        <BarLink key={link.href} link={link} isCurrent={link === current} />
      ))}
      <div className="flex flex-1 justify-center">{quickAdd}</div>
      {inBar.slice(2).map((link) => (
        <BarLink key={link.href} link={link} isCurrent={link === current} />
      ))}
      <button
        type="button"
        className={cn(ITEM, more.some((link) => link === current) && "font-semibold text-accent-ink")}
        onClick={() => setMoreOpen(true)}
      >
        <Ellipsis aria-hidden className="size-5" />
        {t("shell.more")}
      </button>
      <Sheet isOpen={isMoreOpen} onOpenChange={setMoreOpen} title={factoryName}>
        <ul className="-mx-2">
          {more.map((link) => (
            <li key={link.href}>
              <PageLink
                href={link.href}
                onClick={() => setMoreOpen(false)}
                aria-current={link === current ? "page" : undefined}
                className="flex h-12 items-center gap-3 rounded-md px-2 text-base aria-[current]:bg-accent-soft"
              >
                <link.icon aria-hidden className="size-5 text-faint" />
                {link.label}
              </PageLink>
            </li>
          ))}
        </ul>
      </Sheet>
    </nav>
  );
}

function BarLink({ link, isCurrent }: { link: NavigationLink; isCurrent: boolean }) {
  return (
    <PageLink
      href={link.href}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(ITEM, isCurrent && "font-semibold text-accent-ink")}
    >
      <link.icon aria-hidden className="size-5" />
      {link.label}
    </PageLink>
  );
}
