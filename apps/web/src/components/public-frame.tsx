import type { ReactNode } from "react";
import { PageLink } from "./page-link.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";

type PublicFrameProps = { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode };

/** What a form before sign-in stands in: one column, 440 px at the most. */
export function PublicFrame({ title, lead, aside, children }: PublicFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-16 items-center justify-between gap-4 px-5 sm:px-8">
        <PageLink href="/" className="flex h-11 items-center gap-2.5 text-base font-semibold">
          <Logo />
          Storehouse
        </PageLink>
        {aside}
      </header>
      <main className="mx-auto w-full max-w-[440px] flex-1 px-5 pt-6 pb-16 sm:pt-[8dvh]">
        <h1 className="text-xl">{title}</h1>
        {lead ? <p className="mt-2 text-quiet">{lead}</p> : null}
        <div className="mt-7">{children}</div>
      </main>
      <footer className="mx-auto w-full max-w-[440px] px-5 pb-8">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
