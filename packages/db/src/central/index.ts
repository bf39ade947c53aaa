export * from "./backups.ts";
export * from "./factories.ts";
export * from "./jobs.ts";
export * from "./figures.ts";
export * from "./operations.ts";
export * from "./side-copies.ts";
export * from "./plans.ts";
export * from "./operators.ts";
