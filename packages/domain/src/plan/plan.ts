import { z } from "zod";
import type { Permission } from "../permission.ts";

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

/** Turns a module of the plan on or off. What was made with it is kept. */
export const SetModuleInput = z.strictObject({ module: z.enum(MODULES), isOn: z.boolean() });
export type SetModuleInput = z.infer<typeof SetModuleInput>;

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
  return { plan: plan.code, limits, modules: readModules(plan.modules) };
}

/** The modules in a stored list; what nobody knows any more is left out. */
export function readModules(stored: unknown): readonly Module[] {
  const names: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return MODULES.filter((module) => names.includes(module));
}

const OF_MODULE: Readonly<Record<Module, (permission: Permission) => boolean>> = {
  production: (permission) => permission.startsWith("productFormulas.") || permission === "inventory.make",
};

/** The module that a permission is of; undefined for what every factory has. */
export const moduleOf = (permission: Permission): Module | undefined =>
  MODULES.find((module) => OF_MODULE[module](permission));

/** Permissions without those of modules the factory does not have: pages hide what nobody there may do, and lists leave it out. */
export function withoutModules(
  permissions: ReadonlySet<Permission>,
  lacks: ReadonlySet<Module> | null,
): ReadonlySet<Permission> {
  if (!lacks?.size) return permissions;
  const isThere = (permission: Permission) => {
    const part = moduleOf(permission);
    return part === undefined || !lacks.has(part);
  };
  return new Set([...permissions].filter(isThere));
}

/** The modules a factory does not have: those its plan leaves out, and those its masters turned off. Null where the plan can't be read. */
export const lackedModules = (allowance: Allowance | null, off: readonly Module[]): ReadonlySet<Module> | null =>
  allowance && new Set(MODULES.filter((module) => off.includes(module) || !allowance.modules.includes(module)));

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
