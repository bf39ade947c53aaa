export * from "./backups.ts";
export * from "./factories.ts";
export * from "./operations.ts";
