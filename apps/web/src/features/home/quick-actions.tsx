"use client";
import { Button, cn } from "@storehouse/ui";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { useOpenVerb } from "../../components/use-open-verb.ts";
import { useCan } from "../session/index.ts";

/** What can be booked: a row of buttons, or tiles for a thumb. */
export function QuickActions({ isLarge = false }: { isLarge?: boolean }) {
  const can = useCan();
  const open = useOpenVerb();
  const verbs = BOOKING_VERBS.filter((verb) => can(verb.permission));
  if (verbs.length === 0) return null;
  return (
    <div
      className={cn(
        isLarge
          ? "grid grid-cols-2 gap-3 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none"
          : "flex gap-2 max-md:hidden",
      )}
    >
      {verbs.map((verb) => (
        <Button
          key={verb.kind}
          className={cn(
            isLarge &&
              "h-24 flex-col gap-2.5 rounded-lg border-line px-2 text-base shadow-none max-sm:h-22 max-sm:text-sm [&_svg]:size-6 [&_svg]:text-accent-ink",
          )}
          onClick={() => open(verb.kind)}
        >
          <verb.icon aria-hidden />
          {verb.label}
        </Button>
      ))}
    </div>
  );
}
