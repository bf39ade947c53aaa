"use client";
import { Button, PageHeader } from "@storehouse/ui";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { useOpenVerb } from "../../components/use-open-verb.ts";
import { useCan, useMe } from "../session/index.ts";
import { ChecklistCard } from "./checklist-card.tsx";
import { LatestEntries } from "./latest-entries.tsx";
import { useHome } from "./use-home.ts";

/** The first page after signing in: what to do next, what can be booked, what was booked last. */
export function HomePage() {
  const me = useMe();
  const { latest, checklist } = useHome();
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader title={`Hello, ${me.name.split(/\s+/)[0] ?? me.name}`} />
      <QuickActions />
      {checklist.length > 0 ? <ChecklistCard items={checklist} /> : null}
      <LatestEntries {...latest} />
    </div>
  );
}

function QuickActions() {
  const can = useCan();
  const open = useOpenVerb();
  const verbs = BOOKING_VERBS.filter((verb) => can(verb.permission));
  if (verbs.length === 0) return null;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {verbs.map((verb) => (
        <Button
          key={verb.kind}
          className="h-20 flex-col border-line shadow-none gap-2 rounded-lg text-sm [&_svg]:size-5 [&_svg]:text-accent-ink"
          onClick={() => open(verb.kind)}
        >
          <verb.icon aria-hidden />
          {verb.label}
        </Button>
      ))}
    </div>
  );
}
