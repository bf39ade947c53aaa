import { backUpFactory, verifyBackup } from "@storehouse/backup";
import { closeForArchive, completeArchive } from "@storehouse/tenancy/provision";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import { JobRefused, type Requested } from "./requested.ts";

type Settings = Readonly<{ backup: BackupSettings; closingMs?: number | undefined }>;

/** Longer than a web process remembers that the factory was open, and any request that began then. */
const CLOSING_MS = 15_000;

/** Shuts a factory, saves it once more, restores that to see, and only then calls it archived. */
export const archiveFactoryBy = ({ backup, closingMs = CLOSING_MS }: Settings): Requested => ({
  kind: "factory.archive",
  run: async (context, { factoryId, step }) => {
    const { tenancy, reach } = context;
    const { central } = tenancy;
    if (factoryId === null) throw new JobRefused("No factory was named.");
    if (step === null) {
      await closeForArchive(central, factoryId);
      tenancy.closeFactory(factoryId);
      await reach("closed");
      await sleep(closingMs);
    }
    const ctx = backupContext(context, backup);
    // A turn of its own: the worker's loop would take up one that was only asked for.
    const slot = `archive-${randomBytes(4).toString("hex")}`;
    const { outcome, id } = await backUpFactory(ctx, factoryId, { slot });
    if (outcome !== "stored" || id === undefined)
      throw new Error("Its last backup could not be written; it stays suspended.");
    await reach("saved");
    const verified = await verifyBackup(ctx, id);
    if (verified.outcome !== "verified") throw new Error("Its last backup could not be verified; it stays suspended.");
    await completeArchive(central, factoryId, id);
    return { backupId: id };
  },
});
