import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type CardProps = {
  /** What an address leads to it by. */
  id?: string;
  title?: ReactNode;
  /** One line under the title. */
  hint?: ReactNode;
  /** Stands at the far end of the title's line. */
  action?: ReactNode;
  /** Without the inner margin: for a table or a list that brings its own. */
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A surface that holds things which belong together. Never inside another Card. */
export function Card({ id, title, hint, action, isFlush = false, className, children }: CardProps) {
  return (
    <section id={id} className={cn("min-w-0 overflow-hidden rounded-lg border bg-surface", className)}>
      {title === undefined ? null : (
        <header
          className={cn("flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 pt-4", isFlush && "pb-3")}
        >
          <div className="min-w-0">
            <h2 className="text-base">{title}</h2>
            {hint ? <p className="text-faint">{hint}</p> : null}
          </div>
          {action}
        </header>
      )}
      <div className={cn(!isFlush && "p-5", !isFlush && title !== undefined && "pt-4")}>{children}</div>
    </section>
  );
}
