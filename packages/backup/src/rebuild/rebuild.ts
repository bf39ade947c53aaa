import { inArray } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { type Keys, parseDatabaseUrl } from "@storehouse/tenancy";
import { migrateFleet } from "@storehouse/tenancy/fleet";
import {
  openProvisioner,
  type Provisioner,
  remakeFactoryUser,
  setUp,
  type SetUpWish,
} from "@storehouse/tenancy/provision";
import pLimit from "p-limit";
import { type BackupContext, CENTRAL } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { restoreInto } from "../check/restore-into.ts";
import type { Restored } from "../check/restored.ts";
import type { ProgramPlaces } from "../dump/find-programs.ts";
import { reasonOf } from "../run/reason-of.ts";
import type { BackupStore } from "../store/backup-store.ts";
import { adoptArchives } from "./adopt-archives.ts";
import { type Catalog, type Found, readCatalog } from "./catalog.ts";

export type RebuildWish = Readonly<{
  /** The administrator of a server that holds nothing of this installation. */
  adminUrl: string;
  centralName: string;
  accounts: SetUpWish["accounts"];
  keys: Keys;
  store: BackupStore;
  /** For what is needed while programs run. */
  folder: string;
  programs: ProgramPlaces;
  /** How many factories at once; two when not given. */
  atOnce?: number;
  onFactory?: (factory: RebuiltFactory) => void;
}>;

/** One factory of a rebuild: as it was when, or why not. */
export type RebuiltFactory = Readonly<{
  dbName: string;
  savedAt?: string;
  rows?: number;
  differences?: number;
  reason?: string;
}>;

/** How a rebuild went. `refused` are files that do not open, `homeless` the ids of factories that the central database does not know. */
export type Rebuilt = Readonly<{
  centralSavedAt: string;
  factories: readonly RebuiltFactory[];
  refused: readonly string[];
  homeless: readonly string[];
}>;

const AT_ONCE = 2;
const KEPT = ["READY", "SUSPENDED", "ARCHIVED"];

/**
 * Makes an installation anew on an empty server from its archives and keys alone: the central database, every factory
 * with its own user and password, each proven to be what was saved. A factory that can't be restored from its latest
 * archive is from the one before; one that can't at all stops no other. Throws when the central database can't be had.
 */
export async function rebuild(wish: RebuildWish): Promise<Rebuilt> {
  const { adminUrl, centralName, keys, store } = wish;
  const catalog = await readCatalog(store, keys);
  const url = new URL(adminUrl);
  url.pathname = `/${centralName}`;
  const provisioner = openProvisioner({ url: url.href, keys });
  try {
    const ctx = contextOf(wish, provisioner);
    const { used: central } = await restoreLatest(ctx, catalog, { subject: CENTRAL, dbName: centralName });
    await setUp(wish);
    const verified = new Set([central.fileName]);
    const rebuilt = await restoreFactories(ctx, wish, { catalog, verified });
    await migrateFleet(provisioner);
    await adoptArchives(provisioner.central, store, { found: catalog.all, verified });
    const known = new Set([CENTRAL, ...(await listIds(provisioner))]);
    const homeless = new Set(catalog.all.map(({ archive }) => archive.subject).filter((id) => !known.has(id)));
    const { startedAt } = central.archive.manifest;
    return { centralSavedAt: startedAt, factories: rebuilt, refused: catalog.refused, homeless: [...homeless] };
  } finally {
    await provisioner.close();
  }
}

const contextOf = ({ adminUrl, ...wish }: RebuildWish, provisioner: Provisioner): BackupContext => ({
  tenancy: { central: provisioner.central, findFactoryById: async () => undefined },
  centralAddress: { ...parseDatabaseUrl(adminUrl), database: wish.centralName },
  provisioner,
  keys: wish.keys,
  folder: wish.folder,
  store: wish.store,
  programs: wish.programs,
});

type Place = Readonly<{ subject: string; dbName: string }>;

/** Restores the latest archive that can be; throws why the latest could not when none can. */
async function restoreLatest(
  ctx: BackupContext,
  catalog: Catalog,
  { subject, dbName }: Place,
): Promise<Restored & Readonly<{ used: Found }>> {
  let first: unknown = new BackupFailed(
    subject === CENTRAL ? "The store holds no backup of the central database that opens." : "There is no backup of it.",
  );
  for (const [index, used] of catalog.of(subject).entries()) {
    try {
      return { ...(await restoreInto(ctx, { fileName: used.fileName, subject, dbName })), used };
    } catch (error) {
      if (index === 0) first = error;
    }
  }
  throw first;
}

type Having = Readonly<{ catalog: Catalog; verified: Set<string> }>;

async function restoreFactories(
  ctx: BackupContext,
  { atOnce = AT_ONCE, onFactory }: RebuildWish,
  { catalog, verified }: Having,
): Promise<readonly RebuiltFactory[]> {
  const { central } = ctx.provisioner;
  const rows = await central
    .select()
    .from(factories)
    .where(inArray(factories.state, KEPT))
    .orderBy(factories.createdAt);
  const limit = pLimit(atOnce);
  const one = async (row: (typeof rows)[number]): Promise<RebuiltFactory> => {
    const { dbName } = row;
    try {
      const { used, rows: count, ledger } = await restoreLatest(ctx, catalog, { subject: row.id, dbName });
      const { schemaVersion, startedAt: savedAt } = used.archive.manifest;
      await remakeFactoryUser(ctx.provisioner, { ...row, schemaVersion });
      verified.add(used.fileName);
      return { dbName, savedAt, rows: count, differences: ledger.length };
    } catch (error) {
      return { dbName, reason: reasonOf(error) };
    }
  };
  const told = async (row: (typeof rows)[number]): Promise<RebuiltFactory> => {
    const done = await one(row);
    onFactory?.(done);
    return done;
  };
  return Promise.all(rows.map((row) => limit(told, row)));
}

const listIds = async ({ central }: Provisioner): Promise<readonly string[]> =>
  (await central.select({ id: factories.id }).from(factories)).map(({ id }) => id);
