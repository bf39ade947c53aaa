import { NO_LOT } from "@storehouse/db";

/** Stands where a factory's id stands in links, challenges and locks, for those who belong to none: no factory has it. */
export const OPERATORS_REALM = NO_LOT;

/** What stands for the factory in the counters of wrong passwords: a reserved name that no factory can have. */
export const OPERATORS_NAME = "operator";
