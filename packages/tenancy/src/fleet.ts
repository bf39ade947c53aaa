export { factoryAddress } from "./factory-address.ts";
export { type FleetTenant, type FleetWalk, forEachTenant } from "./for-each-tenant.ts";
export { acquireLease, isLeaseHeld, type Lease, releaseLease, renewLease } from "./lease.ts";
export { listDueOutboxes, markAllOutboxes, type OutboxMark, settleOutbox } from "./outbox/outbox-marks.ts";
export { type FactoryRow, listFactories } from "./list-factories.ts";
export { openDatabase } from "./open-database.ts";
export { type FleetMigration, type FleetOptions, migrateFleet } from "./migrate/migrate-fleet.ts";
export type { Migrated } from "./migrate/migrate-factory.ts";
export { measureFactories } from "./measure-factories.ts";
