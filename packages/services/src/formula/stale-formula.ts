import { fail } from "@storehouse/domain";
import type { LockedFormula } from "./lock-formula.ts";

/** Refuses a change made from an older state of a formula, with what is stored now. */
export const failStaleFormula = ({ id, ...current }: LockedFormula): never =>
  fail({ code: "STALE", entity: "formula", id, current, changed: ["version"] });
