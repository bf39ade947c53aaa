export { type Actor, authorize, personOf, type TenantContext } from "./context.ts";
export { failureOfDatabase } from "./database-failure.ts";
export * from "./user/index.ts";
export * from "./inventory/index.ts";
