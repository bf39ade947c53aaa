"use client";
import { createContext, use } from "react";
import type { NavigationLink } from "./navigation.ts";

export type ShellState = Readonly<{
  isSearchOpen: boolean;
  showSearch: (isOpen: boolean) => void;
  /** The pages that the person may open. */
  links: readonly NavigationLink[];
  showKeys: () => void;
  signOut: () => void;
}>;

/** Gives what stands in the shell its state. */
export const ShellContext = createContext<ShellState | null>(null);

/** The shell's own state. Only within it. */
export function useShell(): ShellState {
  const shell = use(ShellContext);
  if (!shell) throw new Error("useShell stands only in the shell");
  return shell;
}
