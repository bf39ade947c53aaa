"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { focusFirst } from "./focus-first.ts";
import { say } from "./words.ts";

export type SheetProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons beside the cross, such as previous and next. */
  headerActions?: ReactNode;
  /** Stays in sight under the content: the main action. */
  footer?: ReactNode;
  size?: "md" | "lg";
  /** Asked before Escape, the cross or a press outside closes it: return false to stay, as when something is typed. */
  onBeforeClose?: () => boolean;
  /** Keys pressed anywhere in the drawer, which no control in it took. */
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  children: ReactNode;
};

const WIDTHS = { md: "md:w-[480px]", lg: "md:w-[720px]" };

/** A drawer from the right on a desk; on a phone it rises from below. */
export function Sheet({ isOpen, onOpenChange, title, description, footer, size = "md", ...rest }: SheetProps) {
  const change = (open: boolean) => {
    if (open || rest.onBeforeClose?.() !== false) onOpenChange(open);
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={focusFirst}
          {...(rest.onKeyDown ? { onKeyDown: rest.onKeyDown } : {})}
          className={cn(
            "outline-none animate-from-below md:animate-from-right fixed inset-x-0 bottom-0 z-40 flex max-h-[94dvh] flex-col rounded-t-xl border bg-raised shadow-xl md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:max-w-[calc(100vw-3rem)] md:rounded-none md:border-y-0 md:border-r-0",
            WIDTHS[size],
          )}
        >
          <header className="flex items-start justify-between gap-3 border-b px-5 py-4">
            <div className="min-w-0 space-y-0.5">
              <Radix.Title className="truncate text-base font-semibold">{title}</Radix.Title>
              {description ? <Radix.Description className="text-faint">{description}</Radix.Description> : null}
            </div>
            <div className="-my-1.5 -mr-2 flex shrink-0 items-center">
              {rest.headerActions}
              <Radix.Close asChild>
                <Button variant="ghost" size="icon" aria-label={say("close")}>
                  <X aria-hidden />
                </Button>
              </Radix.Close>
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5">{rest.children}</div>
          {footer ? (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t bg-raised px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
