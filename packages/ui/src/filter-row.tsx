import type { ReactNode } from "react";

/** A list's filters below its search. On a phone they are one line that is pushed sideways, so that the list begins higher up. */
export function FilterRow({ children }: { children: ReactNode }) {
  return (
    <div className="order-2 flex w-full items-center gap-2 max-sm:-mx-1 max-sm:w-[calc(100%+0.5rem)] max-sm:overflow-x-auto max-sm:p-1 sm:flex-wrap max-sm:*:shrink-0">
      {children}
    </div>
  );
}
