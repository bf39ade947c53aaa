"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { focusFirst } from "./focus-first.ts";
import { say } from "./words.ts";

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Takes away the cross, Escape and the press outside: only an answer closes it. */
  isModalOnly?: boolean;
  children?: ReactNode;
};

const WIDTHS = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-3xl" };

/** Asks for something before anything else goes on. Rises from below on a phone. */
export function Dialog({ isOpen, onOpenChange, title, description, footer, size = "sm", ...rest }: DialogProps) {
  const stay = (event: Event) => {
    if (rest.isModalOnly) event.preventDefault();
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-50 bg-veil" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={focusFirst}
          onEscapeKeyDown={stay}
          onPointerDownOutside={stay}
          onInteractOutside={stay}
          className={cn(
            "outline-none animate-from-below sm:animate-pop fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-xl border bg-raised pb-[env(safe-area-inset-bottom)] shadow-xl sm:top-[12dvh] sm:bottom-auto sm:max-h-[76dvh] sm:rounded-xl",
            WIDTHS[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-5">
            <div className="min-w-0 space-y-1">
              <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
              {description ? <Radix.Description className="text-quiet">{description}</Radix.Description> : null}
            </div>
            {rest.isModalOnly ? null : (
              <Radix.Close asChild>
                <Button variant="ghost" size="icon" aria-label={say("close")} className="-mt-2 -mr-2">
                  <X aria-hidden />
                </Button>
              </Radix.Close>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{rest.children}</div>
          {footer ? <footer className="flex justify-end gap-2 border-t px-5 py-3">{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
