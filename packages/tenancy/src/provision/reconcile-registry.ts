import { and, type CentralDb, eq, inArray, isNotNull } from "@storehouse/db";
import { backups, factories, factoryMoves, sideCopies } from "@storehouse/db/central";
import { setTimeout as sleep } from "node:timers/promises";
import { copyNameOf } from "../open-side-copy.ts";
import { movedNameOf } from "./moved-database.ts";
import type { Provisioner } from "./open-provisioner.ts";

/** Where the registry and a database server do not say the same. Nothing is mended: only a person can know which of the two is right. */
export type Discrepancy = Readonly<{
  /** A factory's database, or one of ours that is no factory's. */
  dbName: string;
  server: string;
  kind: "DATABASE_MISSING" | "USER_MISSING" | "DATABASE_UNOWNED";
}>;

// A factory that is being made, moved or deleted may be between the two.
const AT_REST = ["READY", "SUSPENDED", "ARCHIVED"];
const LOOK_AGAIN_MS = 2_000;

/**
 * Compares the registry with what stands on each server that is configured here: every factory's database and user, and every database that the service has made
 * beside them, by its name. What is on its way looks wrong for a moment: only what is so twice is told. Throws when a server is away.
 */
export async function reconcileRegistry(
  provisioner: Provisioner,
  { lookAgainMs = LOOK_AGAIN_MS }: Readonly<{ lookAgainMs?: number }> = {},
): Promise<readonly Discrepancy[]> {
  const first = await compare(provisioner);
  if (first.length === 0) return [];
  await sleep(lookAgainMs);
  const again = new Set((await compare(provisioner)).map(keyOf));
  return first.filter((one) => again.has(keyOf(one)));
}

const keyOf = ({ dbName, server, kind }: Discrepancy): string => `${kind} ${server} ${dbName}`;

async function compare(provisioner: Provisioner): Promise<readonly Discrepancy[]> {
  const found: Discrepancy[] = [];
  const owned = await namesOf(provisioner.central);
  for (const server of provisioner.serverNames) {
    const there = await look(provisioner.at(server));
    const resting = await listResting(provisioner.central, server);
    for (const { dbName, dbUser } of resting) {
      if (!there.databases.has(dbName)) found.push({ dbName, server, kind: "DATABASE_MISSING" });
      if (!there.users.has(dbUser)) found.push({ dbName, server, kind: "USER_MISSING" });
    }
    for (const dbName of there.databases)
      if (OURS.test(dbName) && !owned.has(dbName)) found.push({ dbName, server, kind: "DATABASE_UNOWNED" });
  }
  return found;
}

// What is made for a check, a side copy or a move; no factory's name may begin so. Whose other databases are is not ours to know.
const OURS = /^storehouse_(check|copy|moved)_/;

async function look(server: Provisioner) {
  const session = await server.openSession();
  try {
    const databases = await session.rows<{ name: string }>(
      "select schema_name as name from information_schema.schemata",
    );
    const users = await session.rows<{ name: string }>("select user as name from mysql.user");
    return {
      databases: new Set(databases.map(({ name }) => name)),
      users: new Set(users.map(({ name }) => name)),
    };
  } finally {
    await session.close();
  }
}

const listResting = (central: CentralDb, server: string) =>
  central
    .select({ dbName: factories.dbName, dbUser: factories.dbUser })
    .from(factories)
    .where(and(eq(factories.server, server), inArray(factories.state, AT_REST)));

/** Every name that a row of the registry stands for, also one that is over: its database goes a moment later. */
async function namesOf(central: CentralDb): Promise<ReadonlySet<string>> {
  const copies = await central.select({ id: sideCopies.id, keptId: sideCopies.keptId }).from(sideCopies);
  const moves = await central.select({ id: factoryMoves.id }).from(factoryMoves);
  const checks = await central
    .select({ name: backups.scratchName })
    .from(backups)
    .where(isNotNull(backups.scratchName));
  return new Set([
    ...copies.flatMap(({ id, keptId }) => [copyNameOf(id), ...(keptId === null ? [] : [copyNameOf(keptId)])]),
    ...moves.map(({ id }) => movedNameOf(id)),
    ...checks.flatMap(({ name }) => (name === null ? [] : [name])),
  ]);
}
