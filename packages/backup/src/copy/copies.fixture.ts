import { leases, sideCopies } from "@storehouse/db/central";
import { locations } from "@storehouse/db/tenant";
import type { CopyPorts } from "@storehouse/services";
import { copyNameOf, type FactoryRecord, parseDatabaseUrl, type Tenancy } from "@storehouse/tenancy";
import { dropSideDatabase, type Provisioner } from "@storehouse/tenancy/provision";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import type { BackupContext } from "../backup-context.ts";
import { backupDesk } from "../desk.ts";
import { readPrograms } from "../dump/read-programs.ts";
import { backUpFactory } from "../save/back-up.ts";
import { type CopyRecord, findCopy } from "./copy-rows.ts";
import type { CopyTended } from "./restore-copy.ts";
import type { SwitchOptions } from "./switch-copy.ts";
import { listMovingCopies, tendCopy } from "./tend-copies.ts";

/** What it wants of a test's installation and its factories. */
type Service = Readonly<{
  tenancy: Tenancy;
  installation: Readonly<{
    webUrl: string;
    provisioner: Provisioner;
    listDatabases: () => Promise<readonly string[]>;
  }>;
  drop: () => Promise<void>;
}>;
type TestFactory = Readonly<{ record: FactoryRecord }>;

/** An installation whose side copies a test has in hand. */
export type CopyRig = Readonly<{
  ctx: BackupContext;
  save: (factory: TestFactory) => Promise<string>;
  desk: (factory: TestFactory) => CopyPorts;
  /** Asks for a copy of a backup and gives its id. */
  book: (factory: TestFactory, backupId: string) => Promise<string>;
  tendAll: (options?: SwitchOptions) => Promise<readonly (CopyTended | undefined)[]>;
  row: (id: string) => Promise<CopyRecord>;
  /** The database of a copy, if there is one. */
  databasesOf: (id: string) => Promise<readonly string[]>;
  /** The places in a copy. */
  placesIn: (factory: TestFactory, id: string) => Promise<readonly string[]>;
  /** As if the time that a lease lasts had passed. */
  endLeases: () => Promise<void>;
  /** Removes every copy, however far it had come. */
  clear: () => Promise<void>;
  drop: () => Promise<void>;
}>;

/** Makes one over a test's installation. */
export function createCopyRig(service: Service, env: NodeJS.ProcessEnv): CopyRig {
  const { installation, tenancy } = service;
  const { central } = tenancy;
  const ctx: BackupContext = {
    tenancy,
    centralAddress: parseDatabaseUrl(installation.webUrl),
    provisioner: installation.provisioner,
    keys: installation.provisioner.keys,
    folder: join(mkdtempSync(join(tmpdir(), "copies-")), "db-backups"),
    programs: readPrograms(env),
  };
  const desk = (factory: TestFactory): CopyPorts =>
    backupDesk({ ...tenancy, folder: ctx.folder }, factory.record).copies;
  const tendAll: CopyRig["tendAll"] = async (options) => {
    const ids = await listMovingCopies(central, 10);
    return Promise.all(ids.map((id) => tendCopy(ctx, id, options)));
  };
  // Their names are not the installation's own: what is left of one that stopped half-way would stay on the server.
  const clear = async (): Promise<void> => {
    for (const { id, keptId } of await central.select().from(sideCopies))
      for (const copyId of [id, keptId]) if (copyId !== null) await dropSideDatabase(ctx.provisioner, copyId);
    await central.delete(sideCopies);
  };
  return {
    ctx,
    desk,
    tendAll,
    save: async (factory) => {
      const { id, error } = await backUpFactory(ctx, factory.record.id, { slot: v7().slice(-20) });
      if (id === undefined || error !== undefined) throw new Error("It was not saved.", { cause: error });
      return id;
    },
    book: async (factory, backupId) => {
      const id = v7();
      await desk(factory).open({ id, backupId, requestedBy: "The master" });
      return id;
    },
    row: async (id) => {
      const found = await findCopy(central, id);
      if (found === undefined) throw new Error("There is no such copy.");
      return found;
    },
    databasesOf: async (id) => (await installation.listDatabases()).filter((name) => name === copyNameOf(id)),
    placesIn: (factory, id) =>
      desk(factory).read(id, async (db) => {
        const rows = await db.select({ name: locations.name }).from(locations);
        return rows.map(({ name }) => name);
      }),
    endLeases: async () => {
      await central.delete(leases);
    },
    clear,
    drop: async () => {
      await clear();
      rmSync(join(ctx.folder, ".."), { recursive: true });
      await service.drop();
    },
  };
}
