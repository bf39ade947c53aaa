export { type BuiltProduct, buildLocation, buildProduct, type ProductOptions } from "./build-stock.ts";
export { createTestTenant, testDatabaseUrl, type TestTenant, type TestTenantOptions } from "./create-test-tenant.ts";
export { isRefused } from "./is-refused.ts";
export { times } from "./times.ts";
export { createTestService, type TestFactory, type TestService } from "./create-test-service.ts";
export { type Answer, type Caller, type RunningServer, serve, serveApi } from "./serve.ts";
export { type BreakableWay, breakableWay } from "./breakable-way.ts";
export { type Population, populate } from "./populate.ts";
export { type Foreign, type SampleCall, sampleCalls } from "./sample-calls.ts";
