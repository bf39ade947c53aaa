"use client";
import { IconButton, Kbd } from "@storehouse/ui";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../language/t.ts";

type TopLineProps = {
  factoryName: string;
  /** The page's name, on a phone; without one the factory's stands there too. */
  title: string | undefined;
  onSearch: () => void;
  quickAdd: ReactNode;
  bell: ReactNode;
  person: ReactNode;
};

/** Where one is and what is always at hand. On a phone: the page's name, search, person. */
export function TopLine({ factoryName, title, onSearch, quickAdd, bell, person }: TopLineProps) {
  return (
    <header className="sticky top-(--lead,0px) z-30 flex h-14 items-center gap-3 border-b bg-canvas/95 px-4 backdrop-blur-sm md:px-6">
      <p className="min-w-0 flex-1 truncate font-semibold">
        <span className="max-md:hidden">{factoryName}</span>
        <span className="text-base md:hidden">{title ?? factoryName}</span>
      </p>
      <button
        type="button"
        onClick={onSearch}
        className="flex h-9 w-44 lg:w-72 items-center gap-2 rounded-md border bg-surface px-3 text-faint transition-colors hover:border-edge max-md:hidden"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">{t("shell.search")}</span>
        <Kbd keys="Ctrl K" />
      </button>
      <div className="md:hidden">
        <IconButton label={t("shell.search")} keys="/" onClick={onSearch}>
          <Search aria-hidden />
        </IconButton>
      </div>
      <div className="max-md:hidden">{quickAdd}</div>
      {bell}
      {person}
    </header>
  );
}
