import { fail } from "@storehouse/domain";
import type { FactoryRecord, Tenancy } from "@storehouse/tenancy";

/** The way to factories' databases that signing in goes. */
export type FactoryDoor = Pick<Tenancy, "findFactory" | "findFactoryById" | "openTenant">;

/** Refuses with FACTORY_SUSPENDED or FACTORY_NOT_READY a factory that nobody may enter now. */
export function assertOpen(factory: FactoryRecord): void {
  if (factory.state === "READY") return;
  if (factory.state === "SUSPENDED") fail({ code: "FACTORY_SUSPENDED", reason: factory.suspendReason });
  fail({ code: "FACTORY_NOT_READY", state: factory.state });
}
