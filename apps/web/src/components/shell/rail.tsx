"use client";
import { cn, IconButton, Tooltip } from "@storehouse/ui";
import { PanelLeft } from "lucide-react";
import { PageLink } from "../page-link.tsx";
import { Logo } from "../logo.tsx";
import { t } from "../../language/t.ts";
import { currentLink, type NavigationLink } from "./navigation.ts";

type RailProps = {
  links: readonly NavigationLink[];
  path: string;
  isCollapsed: boolean;
  onToggle: () => void;
};

/** The desk's way through the app: main pages, then Set up. Collapses to its icons. */
export function Rail({ links, path, isCollapsed, onToggle }: RailProps) {
  const current = currentLink(links, path);
  const list = (group: NavigationLink["group"]) =>
    links
      .filter((link) => link.group === group)
      .map((link) => <RailLink key={link.href} link={link} isCurrent={link === current} isCollapsed={isCollapsed} />);
  return (
    <nav
      aria-label={t("shell.main")}
      className={cn(
        "sticky top-0 flex h-dvh shrink-0 flex-col gap-1 border-r bg-sunken p-3 max-md:hidden",
        isCollapsed ? "w-15" : "w-54",
      )}
    >
      <PageLink
        href="/home"
        className="mb-3 flex h-9 items-center gap-2.5 rounded-md px-1.5"
        aria-label={t("shell.storehouseHome")}
      >
        <Logo />
        {isCollapsed ? null : <span className="text-base font-semibold">Storehouse</span>}
      </PageLink>
      <ul className="space-y-0.5">{list("main")}</ul>
      <p className={cn("mt-5 px-2.5 pb-1 text-xs text-faint", isCollapsed && "sr-only")}>{t("shell.setUp")}</p>
      <ul className="space-y-0.5">{list("setup")}</ul>
      <div className="mt-auto">
        <IconButton
          label={isCollapsed ? t("shell.widenTheMenu") : t("shell.narrowTheMenu")}
          keys="["
          side="right"
          onClick={onToggle}
          aria-expanded={!isCollapsed}
        >
          <PanelLeft aria-hidden />
        </IconButton>
      </div>
    </nav>
  );
}

function RailLink({
  link,
  isCurrent,
  isCollapsed,
}: {
  link: NavigationLink;
  isCurrent: boolean;
  isCollapsed: boolean;
}) {
  const Icon = link.icon;
  return (
    <li>
      <Tooltip label={link.label} keys={`g ${link.letter}`} side="right">
        <PageLink
          href={link.href}
          aria-current={isCurrent ? "page" : undefined}
          aria-label={isCollapsed ? link.label : undefined}
          className={cn(
            "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-quiet transition-colors hover:bg-hover hover:text-ink",
            isCurrent && "bg-surface font-semibold text-ink shadow-xs ring-1 ring-line hover:bg-surface",
          )}
        >
          <Icon aria-hidden className={cn("size-4 shrink-0", isCurrent && "text-accent-ink")} />
          {isCollapsed ? null : link.label}
        </PageLink>
      </Tooltip>
    </li>
  );
}
