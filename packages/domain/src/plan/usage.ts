import type { Counted, Module } from "./plan.ts";
import type { SubscriptionFacts } from "./subscription.ts";

/** How much a factory was used on one of its own days. */
export type UsageDay = Readonly<{
  day: string;
  logins: number;
  /** How many different people did something that is written down. */
  people: number;
  /** Changes in the audit log, sign-ins left out. */
  writes: number;
  entries: number;
  /** What the database took up when it was measured; null for days that were over before anybody measured. */
  databaseBytes: number | null;
  measuredAt: string;
}>;

/** How many days back a factory's use is shown and measured. */
export const USAGE_DAYS = 30;

/** What a factory may have, what it has, and how much it was used: figures of days as last measured, the rest as it is now. */
export type PlanUsage = Readonly<{
  /** Null where the plan could not be read. */
  plan: string | null;
  counted: readonly Readonly<{ limit: Counted; used: number; allowed: number | null }>[];
  storage: Readonly<{ bytes: number | null; allowedMb: number | null }>;
  /** Every module there is: whether the plan has it, and whether it is in use. */
  modules: readonly Readonly<{ module: Module; isAllowed: boolean; isOn: boolean }>[];
  subscription: SubscriptionFacts;
  measuredAt: string | null;
  /** The last thirty days, oldest first; a day that was not measured is there with nothing. */
  days: readonly Readonly<{ day: string; logins: number; people: number; writes: number; entries: number }>[];
}>;
