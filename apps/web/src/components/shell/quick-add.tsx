"use client";
import { Button, Menu, MenuItem, MenuLine } from "@storehouse/ui";
import { Plus, ScanBarcode } from "lucide-react";
import { PageLink } from "../page-link.tsx";
import { BOOKING_VERBS, type VerbKind } from "../booking-verbs.ts";
import { useOpenVerb } from "../use-open-verb.ts";
import { t } from "../../language/t.ts";

type QuickAddProps = {
  kinds: readonly VerbKind[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** In the phone's bottom bar: large, round, opening upwards. */
  isThumb?: boolean;
};

/** The + that is always in reach: opens the booking sheet by the URL. */
export function QuickAdd({ kinds, isOpen, onOpenChange, isThumb = false }: QuickAddProps) {
  const open = useOpenVerb();
  const verbs = BOOKING_VERBS.filter((verb) => kinds.includes(verb.kind));
  if (verbs.length === 0) return null;
  const trigger = isThumb ? (
    <button
      type="button"
      aria-label={t("shell.book")}
      className="-mt-5 flex size-14 items-center justify-center rounded-full bg-accent text-on-accent shadow-md ring-4 ring-canvas"
    >
      <Plus aria-hidden className="size-6" />
    </button>
  ) : (
    <Button>
      <Plus aria-hidden className="text-accent-ink" />
      {t("shell.book")}
    </Button>
  );
  return (
    <Menu
      trigger={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      {...(isThumb ? { align: "center", side: "top" } : {})}
    >
      {verbs.map((verb) => (
        <MenuItem key={verb.kind} icon={verb.icon} onSelect={() => open(verb.kind)}>
          {verb.label}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem asChild>
        <PageLink href="/scan">
          <ScanBarcode aria-hidden className="text-faint" />
          {t("shell.scan")}
        </PageLink>
      </MenuItem>
    </Menu>
  );
}
