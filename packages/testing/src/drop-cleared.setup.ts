import { afterAll } from "vitest";
import { dropClearedTenants } from "./create-test-tenant.ts";

afterAll(dropClearedTenants);
