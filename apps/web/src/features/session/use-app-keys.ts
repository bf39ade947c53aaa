"use client";
import { useHotkeys } from "@storehouse/ui";
import { useRouter } from "next/navigation";
import type { NavigationLink } from "../../components/shell/navigation.ts";

type AppKeys = {
  links: readonly NavigationLink[];
  onToggleRail: () => void;
  onOpen: (what: "search" | "keys" | "add") => void;
};

/** The keys that work on every page. "/" goes to the page's own search where it has one. */
export function useAppKeys({ links, onToggleRail, onOpen }: AppKeys): void {
  const router = useRouter();
  const find = () => {
    const field = document.querySelector<HTMLInputElement>("[data-page-search]");
    if (field) field.focus();
    else onOpen("search");
  };
  useHotkeys({
    "mod+k": () => onOpen("search"),
    "/": find,
    "?": () => onOpen("keys"),
    n: () => onOpen("add"),
    "[": onToggleRail,
    ...Object.fromEntries(links.map((link) => [`g ${link.letter}`, () => router.push(link.href)])),
  });
}
