import { hashPassword } from "@storehouse/auth";
import { verifyLedger } from "@storehouse/services";
import {
  createTenancy,
  type FactoryRecord,
  type FactoryServer,
  parseKeys,
  requestFactory,
  type Tenancy,
} from "@storehouse/tenancy";
import { type Provisioner, provisionFactory, setFactoryPlan } from "@storehouse/tenancy/provision";
import { setTimeout as sleep } from "node:timers/promises";
import { seedFormulas } from "./seed-formulas.ts";
import { seedEntries } from "./seed-entries.ts";
import { bookersOf, seedPeople } from "./seed-people.ts";
import { SEED_DAYS, type SeedFactory, seedFactories } from "./seed-plan.ts";
import { seedProducts } from "./seed-products.ts";

export type SeedWish = Readonly<{
  provisioner: Provisioner;
  centralUrl: string;
  keys: string;
  server: FactoryServer;
  password: string;
  /** Begins the names of what is made; empty except in tests. */
  prefix: string;
  now: Date;
}>;

/** What became of one factory; `isNew` is false where it stood before, with the passwords it had. */
export type SeededFactory = Readonly<{ factory: SeedFactory; isNew: boolean; products: number; entries: number }>;

const DAY_MS = 86_400_000;
const WAIT_MS = 120_000;
const CONNECTIONS = 10;

/** Makes the two factories, or completes what an earlier run began. Throws where a ledger does not tie at the end. */
export async function seedInstallation(wish: SeedWish): Promise<readonly SeededFactory[]> {
  const tenancy = await createTenancy({ centralUrl: wish.centralUrl, keys: parseKeys(wish.keys), budget: CONNECTIONS });
  try {
    const seeded: SeededFactory[] = [];
    for (const factory of seedFactories(wish.prefix)) seeded.push(await seedFactory(wish, tenancy, factory));
    return seeded;
  } finally {
    await tenancy.close();
  }
}

async function seedFactory(wish: SeedWish, tenancy: Tenancy, factory: SeedFactory): Promise<SeededFactory> {
  const { record, isNew } = await openFactory(wish, tenancy, factory);
  const { db, release } = await tenancy.openTenant(record);
  try {
    if (isNew) await setFactoryPlan(tenancy.central, record.dbName, "unlimited");
    const startsAt = new Date(Math.floor(wish.now.getTime() / DAY_MS - SEED_DAYS) * DAY_MS);
    const [master] = await bookersOf(db);
    if (master === undefined) throw new Error(`${factory.dbName} has nobody who may book.`);
    const peopleChanged = async () => void (await tenancy.resyncFactory(record.id));
    await seedPeople(master(startsAt), { factory, password: wish.password, peopleChanged });
    const { stocks, dispatchId } = await seedProducts(master(startsAt), factory);
    await seedEntries({ factory, stocks, dispatchId, people: await bookersOf(db), startsAt });
    await seedFormulas(master(wish.now), factory.dbName, stocks);
    const proof = await verifyLedger(master(wish.now), {});
    if (!proof.isProven)
      throw new Error(`The ledger of ${factory.dbName} does not tie: ${JSON.stringify(proof.differences)}`);
    return { factory, isNew, products: stocks.length, entries: proof.entries };
  } finally {
    release();
  }
}

/** The factory, made if it is not there. A worker that is running may be the one who makes it. */
async function openFactory(
  { provisioner, server, password }: SeedWish,
  tenancy: Tenancy,
  { dbName, factoryName, master }: SeedFactory,
): Promise<{ record: FactoryRecord; isNew: boolean }> {
  const known = await tenancy.findFactory(dbName);
  if (known?.state === "READY") return { record: known, isNew: false };
  const factoryId = known?.id ?? (await request());
  await provisionFactory(provisioner, factoryId);
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    tenancy.closeFactory(factoryId);
    const record = await tenancy.findFactoryById(factoryId);
    if (record?.state === "READY") return { record, isNew: known === undefined };
    if (record?.state === "FAILED") break;
    await sleep(200);
  }
  throw new Error(`${dbName} could not be made.`);

  async function request(): Promise<string> {
    const names = {
      factory_name: factoryName,
      db_name: dbName,
      admin_username: master.username,
      admin_name: master.name,
    };
    const adminPasswordHash = await hashPassword(password);
    return (await requestFactory(tenancy.central, { ...names, adminPasswordHash }, server)).factoryId;
  }
}
