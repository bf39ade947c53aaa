/** What a plan limits. The first three are counted when one more is made; storage is measured once a day. */
export const LIMITS = ["users", "products", "locations", "storageMb"] as const;
export type Limit = (typeof LIMITS)[number];
export type Counted = Exclude<Limit, "storageMb">;

/** Parts of the product that a plan may leave out. */
export const MODULES = ["production"] as const;
export type Module = (typeof MODULES)[number];

/** How much of each a factory may have; null is as much as it likes. */
export type Limits = Readonly<Record<Limit, number | null>>;

/** A plan as it is offered. */
export type OfferedPlan = Readonly<{ code: string; limits: Limits; modules: readonly Module[] }>;

/** What a factory may have by its plan and what was agreed with it beside the plan. */
export type Allowance = Readonly<{ plan: string; limits: Limits; modules: readonly Module[] }>;

const NO_LIMITS: Limits = { users: null, products: null, locations: null, storageMb: null };

/** The plans every installation begins with. */
export const PLANS: readonly OfferedPlan[] = [
  {
    code: "trial",
    limits: { users: 25, products: 10_000, locations: 50, storageMb: 1_000 },
    modules: ["production"],
  },
  { code: "small", limits: { users: 10, products: 2_000, locations: 10, storageMb: 1_000 }, modules: [] },
  {
    code: "factory",
    limits: { users: 100, products: 50_000, locations: 200, storageMb: 20_000 },
    modules: ["production"],
  },
  { code: "unlimited", limits: NO_LIMITS, modules: MODULES },
];

/** The allowance of those who made a factory of their own accord: development, tests, the first rows. */
export const UNLIMITED: Allowance = { plan: "unlimited", limits: NO_LIMITS, modules: MODULES };

/** A plan as the registry keeps it, where somebody may have written anything. */
export type StoredPlan = Readonly<{
  code: string;
  limits: Readonly<Record<Limit, number | null>>;
  modules: unknown;
}>;

/**
 * What a factory may have: each limit as agreed with the factory, else as its plan says. Null when that can't be read: there is no such plan, or
 * what stands there is no number or no list of modules. Whoever counts then refuses rather than guesses.
 */
export function allowanceOf(plan: StoredPlan | null, agreed: unknown): Allowance | null {
  if (plan === null || !Array.isArray(plan.modules)) return null;
  const own = agreed ?? {};
  if (typeof own !== "object") return null;
  const limits = { ...plan.limits };
  for (const limit of LIMITS) {
    const value: unknown = Reflect.get(own, limit);
    if (value === undefined) continue;
    if (value !== null && !isCount(value)) return null;
    limits[limit] = value;
  }
  if (Object.values(limits).some((value) => value !== null && !isCount(value))) return null;
  const names: readonly unknown[] = plan.modules;
  return { plan: plan.code, limits, modules: MODULES.filter((module) => names.includes(module)) };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
