import { fail } from "@storehouse/domain";
import type { FactoryRecord } from "./find-factory.ts";

/** Refuses with FACTORY_SUSPENDED or FACTORY_NOT_READY a factory that nobody may enter now. */
export function assertOpen({ state, suspendReason }: Pick<FactoryRecord, "state" | "suspendReason">): void {
  if (state === "READY") return;
  if (state === "SUSPENDED" || state === "ARCHIVED" || state === "DELETING")
    fail({ code: "FACTORY_SUSPENDED", reason: suspendReason });
  fail({ code: "FACTORY_NOT_READY", state });
}
