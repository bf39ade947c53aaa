import type { Tenancy } from "@storehouse/tenancy";

/** The way to factories' databases that signing in goes. */
export type FactoryDoor = Pick<Tenancy, "findFactory" | "findFactoryById" | "openTenant">;
