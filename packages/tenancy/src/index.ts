export { assertOpen } from "./assert-open.ts";
export { assertOwnKeys } from "./assert-own-keys.ts";
export { WORKER_FACTORY_CONNECTIONS } from "./budget.ts";
export { type Central, openCentral } from "./central.ts";
export { createTenancy, type Tenancy, type TenancyOptions } from "./create-tenancy.ts";
export { type DatabaseAddress, parseDatabaseUrl } from "./database-url.ts";
export type { FactoryRecord } from "./find-factory.ts";
export { type Probed, probeServers } from "./health/probe-servers.ts";
export { readServiceFigures, type ServiceFigures } from "./health/service-figures.ts";
export { listClosed } from "./list-closed.ts";
export { type Key, type Keys, parseKeys } from "./keys.ts";
export { keysText, readKeys } from "./read-keys.ts";
export { createOutboxMarker, type OutboxMarker } from "./outbox/outbox-marker.ts";
export { markOutbox } from "./outbox/outbox-marks.ts";
export type { PoolLoad } from "./lend-connections.ts";
export { poolLimit } from "./pool-limit.ts";
export { copyNameOf, type OpenSideCopy } from "./open-side-copy.ts";
export type { OpenTenant, RegistryStats } from "./registry.ts";
export { type LockedSecret, lockSecret, lockText, unlockSecret, unlockText } from "./secret.ts";
export { OPERATORS_REALM, SECRET_PLACES } from "./secret-places.ts";
export { registrationOf } from "./registration/registration-of.ts";
export {
  type FactoryRequest,
  type FactoryServer,
  requestFactory,
  requestFactoryBy,
} from "./registration/request-factory.ts";
export { setFactoryPlan } from "./provision/set-factory-plan.ts";
export { extendTrial, recordPayment, UNPAID } from "./subscription/record-payment.ts";
export { setFactoryModule } from "./subscription/set-module.ts";
export { listDueSubscriptions, tendSubscription } from "./subscription/tend-subscription.ts";
export { usageShelf, type UsageShelf } from "./usage-shelf.ts";
export { createWebhookVault, type WebhookVault } from "./webhook-vault.ts";
export { lockFactoryState } from "./lock-factory-state.ts";
export { briefError } from "./process/brief-error.ts";
export { reactivateFactory, suspendFactory } from "./provision/set-factory-state.ts";
export { describeError } from "./process/describe-error.ts";
export { installCrashLog } from "./process/crash-log.ts";
export { type PlatformActor, recordPlatformEvent } from "./record-platform-event.ts";
