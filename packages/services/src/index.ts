export { type Actor, authorize, personOf, type TenantContext } from "./context.ts";
