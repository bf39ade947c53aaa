import type { FactoryOverview, FactoryState } from "@storehouse/domain";
import { Badge, type Meaning } from "@storehouse/ui";
import { W } from "./words.ts";

const MEANINGS: Partial<Record<FactoryState, Meaning>> = {
  READY: "fine",
  SUSPENDED: "attention",
  FAILED: "problem",
  REQUESTED: "progress",
  CREATING: "progress",
  MIGRATING: "progress",
  SEEDING: "progress",
  RESTORING: "progress",
  MOVING: "progress",
  DELETING: "progress",
};

/** How a factory stands; a quarantine says more than its state. */
export function FactoryBadge({ factory }: { factory: Pick<FactoryOverview, "state" | "quarantineReason"> }) {
  if (factory.quarantineReason !== null) return <Badge meaning="problem">{W.quarantined}</Badge>;
  return <Badge meaning={MEANINGS[factory.state]}>{W.state[factory.state]}</Badge>;
}
