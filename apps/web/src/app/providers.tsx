"use client";
import { Toaster, TooltipProvider } from "@storehouse/ui";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

type ProvidersProps = { nonce: string | undefined; children: ReactNode };

/** What every page stands in: URL state, theme, tooltips, toasts. */
export function Providers({ nonce, children }: ProvidersProps) {
  return (
    <NuqsAdapter>
      <ThemeProvider attribute="class" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
        <TooltipProvider>{children}</TooltipProvider>
        <Toaster />
      </ThemeProvider>
    </NuqsAdapter>
  );
}
