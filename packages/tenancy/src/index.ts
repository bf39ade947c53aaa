export { type Central, openCentral } from "./central.ts";
export { createTenancy, type Tenancy, type TenancyOptions } from "./create-tenancy.ts";
export { type DatabaseAddress, parseDatabaseUrl } from "./database-url.ts";
export type { FactoryRecord } from "./find-factory.ts";
export { type Key, type Keys, parseKeys } from "./keys.ts";
export type { PoolLoad } from "./lend-connections.ts";
export { poolLimit } from "./pool-limit.ts";
export type { OpenTenant, RegistryStats } from "./registry.ts";
export { type LockedSecret, lockSecret, unlockSecret } from "./secret.ts";
