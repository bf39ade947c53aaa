/** What stands for the factory in the counters of wrong passwords: a reserved name that no factory can have. */
export const OPERATORS_NAME = "operator";
