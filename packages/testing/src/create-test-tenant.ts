import { and, eq, sum, type TenantDb } from "@storehouse/db";
import { settings, stockLevels, units, users } from "@storehouse/db/tenant";
import {
  type Allowance,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
  STARTER_UNITS,
  trimDecimal,
  UNLIMITED,
} from "@storehouse/domain";
import { createScratchFactory, openScratchFactory, type ScratchFactory } from "@storehouse/tenancy/scratch";
import { v7 } from "uuid";
import { type BuiltProduct, buildLocation, buildProduct, type ProductOptions } from "./build-stock.ts";

/** What a use case is given, acting as a person: fits `TenantContext` of the use cases, which this package lies below. */
export type TestContext = Readonly<{
  db: TenantDb;
  actor: Readonly<{
    kind: "user";
    id: string;
    name: string;
    permissions: ReadonlySet<Permission>;
    places: ReadonlySet<string> | null;
    address: string;
    device: string;
  }>;
  now: () => Date;
  allowance: Allowance | null;
}>;

export type TestTenantOptions = Readonly<{ passwordHash?: string; now?: () => Date; connections?: number }>;

/** A factory of a test's own: one person in each role, the starter units, nothing else. */
export type TestTenant = Readonly<{
  db: TenantDb;
  dbName: string;
  factoryId: string;
  userIds: Readonly<Record<Role, string>>;
  /** A context acting as the person in this role, the master unless told otherwise; limited to places where some are named. */
  ctx: (role?: Role, places?: readonly string[]) => TestContext;
  location: (name?: string) => Promise<string>;
  /** Adds a product, at the given place or at one shared by all that name none. */
  product: (options?: ProductOptions) => Promise<BuiltProduct>;
  /** On hand of a variant, at one place or over all, without needless zeros. */
  onHand: (variantId: string, locationId?: string) => Promise<string>;
  drop: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}>;

/** The server tests run on, as its administrator. */
export function testDatabaseUrl(): string {
  const url = process.env["TEST_DATABASE_URL"];
  if (url === undefined || url === "") {
    throw new Error("TEST_DATABASE_URL is not set: database tests want mysql://admin:password@host:port of a server.");
  }
  return url;
}

/** Makes a factory for one test: `await using tenant = await createTestTenant()` ends it when the scope ends. */
export async function createTestTenant(options: TestTenantOptions = {}): Promise<TestTenant> {
  const scratch = cleared.pop() ?? (await createScratchFactory(testDatabaseUrl()));
  const { db, close } = openScratchFactory(scratch, options.connections);
  const userIds = { master: v7(), manager: v7(), employee: v7(), viewer: v7() };
  await seed(db, userIds, options.passwordHash ?? "no password");

  let shared: Promise<string> | undefined;
  const sharedLocation = (): Promise<string> => (shared ??= buildLocation(db, "Main store"));
  let dropping: Promise<void> | undefined;
  const drop = (): Promise<void> => (dropping ??= close().then(() => keep(scratch)));
  return {
    db,
    dbName: scratch.dbName,
    factoryId: scratch.factoryId,
    userIds,
    ctx: (role = "master", places) => {
      const ctx = contextOf(db, role, userIds[role], options.now ?? (() => new Date()));
      return places === undefined ? ctx : { ...ctx, actor: { ...ctx.actor, places: new Set(places) } };
    },
    location: (name) => buildLocation(db, name),
    product: async (wanted = {}) =>
      buildProduct(db, userIds.master, wanted.locationId ?? (await sharedLocation()), wanted),
    onHand: (variantId, locationId) => sumOnHand(db, variantId, locationId),
    drop,
    [Symbol.asyncDispose]: drop,
  };
}

// Making a database's tables and rights takes as long as most tests: the next test of the file gets this one, cleared.
const cleared: ScratchFactory[] = [];

async function keep(scratch: ScratchFactory): Promise<void> {
  try {
    await scratch.clear();
    cleared.push(scratch);
  } catch {
    await scratch.drop();
  }
}

/** Drops what the tests of a file have left to each other. */
export async function dropClearedTenants(): Promise<void> {
  await Promise.all(cleared.splice(0).map((scratch) => scratch.drop()));
}

async function seed(db: TenantDb, userIds: Record<Role, string>, passwordHash: string): Promise<void> {
  const now = new Date();
  const stamps = { createdAt: now, updatedAt: now };
  await Promise.all([
    db.insert(settings).values({ id: 1 }),
    db.insert(units).values(STARTER_UNITS.map((unit) => ({ id: v7(), ...unit }))),
    db.insert(users).values(
      ROLES.map((role) => ({
        id: userIds[role],
        username: role,
        name: `The ${role}`,
        passwordHash,
        role,
        ...stamps,
      })),
    ),
  ]);
}

const contextOf = (db: TenantDb, role: Role, id: string, now: () => Date): TestContext => ({
  db,
  actor: {
    kind: "user",
    id,
    name: `The ${role}`,
    permissions: permissionsOf(role),
    places: null,
    address: "127.0.0.1",
    device: "test",
  },
  now,
  allowance: UNLIMITED,
});

async function sumOnHand(db: TenantDb, variantId: string, locationId?: string): Promise<string> {
  const isHere = locationId === undefined ? undefined : eq(stockLevels.locationId, locationId);
  const [row] = await db
    .select({ onHand: sum(stockLevels.onHand) })
    .from(stockLevels)
    .where(and(eq(stockLevels.variantId, variantId), isHere));
  return trimDecimal(row?.onHand ?? "0");
}
