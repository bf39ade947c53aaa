export * from "./factories.ts";
export * from "./operations.ts";
