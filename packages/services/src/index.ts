export { type Actor, authorize, personOf, type TenantContext } from "./context.ts";
export { failureOfDatabase } from "./database-failure.ts";
export * from "./user/index.ts";
export { type Lines, postLines } from "./inventory/post-lines.ts";
export { postEntries } from "./inventory/post-entries.ts";
export { reverse } from "./inventory/reverse.ts";
export { transferStock } from "./inventory/transfer-stock.ts";
