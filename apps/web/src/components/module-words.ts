import type { Module } from "@storehouse/domain";
import { wordsOf } from "../language/t.ts";

/** The modules as people call them. */
export const MODULE_WORDS: Readonly<Record<Module, string>> = wordsOf({ production: "plan.production" });
