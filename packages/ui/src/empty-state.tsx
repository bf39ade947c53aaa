import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** What this is for, in a sentence. */
  text?: ReactNode;
  /** The ways to a first one: the main action first. */
  actions?: ReactNode;
  /** True where it is all the page holds: its title is then the page's. */
  isPage?: boolean;
  className?: string;
};

/** What stands where there is nothing yet: what it is for, and how to begin. */
export function EmptyState({ icon: Icon, title, text, actions, isPage = false, className }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={cn("mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-14 text-center", className)}>
      {Icon ? (
        <span className="mb-2 flex size-11 items-center justify-center rounded-lg border bg-sunken text-faint">
          <Icon aria-hidden className="size-5" />
        </span>
      ) : null}
      <Title className="text-base font-semibold">{title}</Title>
      {text ? <p className="text-balance text-quiet">{text}</p> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
