import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title: a badge or a count. */
  aside?: ReactNode;
  /** One line of what this page is for, or the record's essentials. Mere words make room for the list on a phone; what counts something stays. */
  hint?: ReactNode;
  /** Where this stands, from the second level down. */
  breadcrumb?: ReactNode;
  /** The verbs of the page, the main one last. */
  actions?: ReactNode;
};

/** The top of a page: its name and what can be done here. On a phone whose top line names the page already, the name is for screen readers. */
export function PageHeader({ title, aside, hint, breadcrumb, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 space-y-1">
        {breadcrumb ? <div className="text-quiet">{breadcrumb}</div> : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-lg [overflow-wrap:anywhere] max-md:group-data-titled/page:sr-only">{title}</h1>
          {aside}
        </div>
        {hint ? (
          <p
            className={cn(
              "max-w-[70ch] text-quiet",
              typeof hint === "string" && "max-sm:group-data-titled/page:hidden",
            )}
          >
            {hint}
          </p>
        ) : null}
      </div>
      {actions ? <div className="flex max-w-full min-w-0 flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
