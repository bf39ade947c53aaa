import { type CentralDb, sql } from "@storehouse/db";
import { platformAudit } from "@storehouse/db/central";
import { v7 } from "uuid";

/** Who did something: the worker, whoever sat at the command line, a factory's own master, or an operator at the console by their username. */
export type PlatformActor = "worker" | "operator" | "factory" | `operator:${string}`;

/** Something the service or its operator did, to a factory or to the service itself. */
export type PlatformEvent = Readonly<{
  actor: PlatformActor;
  action: string;
  /** Null, or left out, for what concerns them all. */
  factoryId?: string | null;
  detail?: Readonly<Record<string, unknown>>;
}>;

/** Adds a line to the service's own log, on the handle given: inside a transaction it stands or falls with it. */
export async function recordPlatformEvent(
  central: CentralDb,
  { actor, action, factoryId, detail }: PlatformEvent,
): Promise<void> {
  await central.insert(platformAudit).values({
    id: v7(),
    at: sql`utc_timestamp(3)`,
    actor,
    action,
    factoryId: factoryId ?? null,
    detail: detail ?? null,
  });
}
