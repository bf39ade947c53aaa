import {
  addDays,
  dayIn,
  MODULES,
  type PlanUsage,
  subscriptionFacts,
  USAGE_DAYS,
  type UsageDay,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { readSettings } from "../settings/read-settings.ts";
import { countUsed } from "./assert-room.ts";
import { measureUsage } from "./measure-usage.ts";
import type { FactoryStanding } from "../user/ports.ts";
import type { UsagePorts } from "./ports.ts";

const COUNTED = ["users", "products", "locations"] as const;

/** What the factory may have, what it has, and how much it was used in the last thirty days. Throws NOT_ALLOWED. */
export async function getPlan(ctx: TenantContext, usage: UsagePorts, factory: FactoryStanding): Promise<PlanUsage> {
  authorize(ctx, "plan.read");
  const { allowance } = ctx;
  const { timeZone } = await readSettings(ctx.db);
  const first = addDays(dayIn(timeZone, ctx.now()), 1 - USAGE_DAYS);
  const [measured, ...used] = await Promise.all([
    usage.since(first),
    ...COUNTED.map(async (limit) => ({
      limit,
      used: await countUsed(ctx, limit),
      allowed: allowance?.limits[limit] ?? null,
    })),
  ]);
  const sized = measured.findLast(({ databaseBytes }) => databaseBytes !== null);
  return {
    plan: allowance?.plan ?? null,
    counted: used,
    storage: { bytes: sized?.databaseBytes ?? null, allowedMb: allowance?.limits.storageMb ?? null },
    modules: MODULES.map((module) => {
      const isAllowed = allowance?.modules.includes(module) ?? false;
      return { module, isAllowed, isOn: isAllowed && !factory.modulesOff.includes(module) };
    }),
    subscription: subscriptionFacts(factory.subscription, ctx.now()),
    measuredAt: measured.at(-1)?.measuredAt ?? null,
    days: everyDay(first, measured),
  };
}

/** Measures how much the factory was used up to now, and says how it stands. Throws NOT_ALLOWED. */
export async function measurePlan(ctx: TenantContext, usage: UsagePorts, factory: FactoryStanding): Promise<PlanUsage> {
  authorize(ctx, "plan.read");
  await measureUsage(ctx, usage);
  return getPlan(ctx, usage, factory);
}

function everyDay(first: string, measured: readonly UsageDay[]): PlanUsage["days"] {
  const byDay = new Map(measured.map((one) => [one.day, one]));
  return Array.from({ length: USAGE_DAYS }, (_, past) => {
    const day = addDays(first, past);
    const { logins = 0, people = 0, writes = 0, entries = 0 } = byDay.get(day) ?? {};
    return { day, logins, people, writes, entries };
  });
}
