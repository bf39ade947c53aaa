import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** The buttons a form ends with. On a phone they stay in sight, above the keyboard. */
export function FormActions({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        "flex flex-wrap gap-2 max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-5 max-sm:border-t max-sm:bg-raised max-sm:px-5 max-sm:py-3",
        className,
      )}
    >
      {children}
    </div>
  );
}
