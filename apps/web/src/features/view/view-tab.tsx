"use client";
import type { ViewRow } from "@storehouse/domain";
import { cn } from "@storehouse/ui";
import { House, Users } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { t } from "../../language/t.ts";

type ViewTabProps = {
  href: string;
  isOpen: boolean;
  onOpen: () => void;
  view?: ViewRow;
  children: ReactNode;
};

/** One view over its list: a link, so that it can be copied and opened beside. */
export function ViewTab({ href, isOpen, onOpen, view, children }: ViewTabProps) {
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a
      href={href}
      aria-current={isOpen ? "page" : undefined}
      onClick={press}
      className={cn(
        "-mb-px flex h-9 max-w-56 shrink-0 items-center gap-1.5 border-transparent border-b-2 text-quiet transition-colors hover:text-ink focus-visible:outline-offset-[-2px] coarse:h-12",
        isOpen && "border-accent-ink font-semibold text-ink",
      )}
    >
      <span className="truncate">{children}</span>
      {view?.isShared ? (
        <Mark icon={<Users aria-hidden />} text={t("view.sharedBy", { ownerName: view.ownerName })} />
      ) : null}
      {view?.isDefault ? <Mark icon={<House aria-hidden />} text={t("view.opensFirst")} /> : null}
    </a>
  );
}

function Mark({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <span className="text-faint [&_svg]:size-3.5">
      {icon}
      <span className="sr-only">{text}</span>
    </span>
  );
}
