import { ShieldHalf } from "lucide-react";
import type { ReactNode } from "react";
import { W } from "./words.ts";

type OperatorFrameProps = { title: string; lead?: ReactNode; children: ReactNode };

/** What the console's forms before sign-in stand in. It looks like no form of a factory's: whoever ends up here by mistake sees it at once. */
export function OperatorFrame({ title, lead, children }: OperatorFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex min-h-14 items-center gap-2.5 bg-accent px-5 text-base font-semibold text-on-accent sm:px-8">
        <ShieldHalf aria-hidden className="size-5 shrink-0" />
        {W.consoleOf}
      </header>
      <main className="mx-auto w-full max-w-[440px] flex-1 px-5 pt-6 pb-16 sm:pt-[8dvh]">
        <div className="rounded-lg border border-t-4 border-t-accent p-5 sm:p-6">
          <h1 className="text-xl">{title}</h1>
          {lead ? <p className="mt-2 text-quiet">{lead}</p> : null}
          <div className="mt-7">{children}</div>
        </div>
      </main>
    </div>
  );
}
