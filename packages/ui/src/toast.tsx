"use client";
import { toast as sonner, Toaster as SonnerToaster } from "sonner";
import { cn } from "./cn.ts";
import { MEANING_ICONS, MEANING_INK, type Meaning } from "./meaning.ts";
import { useIsNarrow } from "./use-media-query.ts";

type ToastOptions = {
  meaning?: Meaning;
  /** A second, quieter line. */
  detail?: string;
  /** The one thing that can be done about it, as Undo. */
  action?: Readonly<{ label: string; onPress: () => void }>;
};

/** Says what was done, and offers to undo it. Stays longer when it has something to press. */
export function toast(text: string, { meaning = "fine", detail, action }: ToastOptions = {}): void {
  const Icon = MEANING_ICONS[meaning];
  sonner(text, {
    icon: <Icon aria-hidden className={cn("size-4", MEANING_INK[meaning])} />,
    description: detail,
    duration: action ? 10_000 : meaning === "problem" ? 8_000 : 4_000,
    ...(action ? { action: { label: action.label, onClick: action.onPress } } : {}),
  });
}

/**
 * The place toasts appear. Stands once, at the root. On a phone that is the top: menus, sheets and their main action rise from below, and a toast over
 * them would take the next press.
 */
export function Toaster() {
  const isPhone = useIsNarrow();
  return (
    <SonnerToaster
      position={isPhone ? "top-center" : "bottom-center"}
      style={{ fontFamily: "inherit" }}
      offset={{ bottom: "calc(var(--bar) + 20px)" }}
      mobileOffset={{ top: "calc(env(safe-area-inset-top) + 8px)" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full min-h-12 items-center gap-3 rounded-lg border bg-raised px-4 py-3 text-sm text-ink shadow-md sm:w-[380px]",
          content: "min-w-0 flex-1",
          description: "text-quiet",
          actionButton:
            "shrink-0 rounded-md px-2 py-1 font-semibold text-accent-ink hover:bg-hover coarse:min-h-10 coarse:px-3",
        },
      }}
    />
  );
}
