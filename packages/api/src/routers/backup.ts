import { BackupByIdInput, CreateBackupInput, ListBackupsInput } from "@storehouse/domain";
import { cleanUpBackups, createBackup, getBackupFile, getBackupStatus, listBackups } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

const mayRead = tenantProcedure("backups.read");

/** The backups of the caller's factory, and of no other. */
export const backupRouter = router({
  /** When a backup was last restored to check it, what is under way, when the next begins. */
  status: mayRead.query(({ ctx }) => getBackupStatus(ctx.tenant, ctx.backups)),
  /** The factory's backups, latest first. */
  list: mayRead.input(ListBackupsInput).query(({ ctx, input }) => listBackups(ctx.tenant, ctx.backups, input)),
  /** Asks for a backup now and answers at once; `status` tells the rest. Answers with the one under way, if there is one. */
  trigger: tenantProcedure("backups.create")
    .input(CreateBackupInput)
    .mutation(({ ctx, input }) => createBackup(ctx.tenant, ctx.backups, input)),
  /** Where a backup's file is fetched, its size and checksum. Throws NOT_FOUND, WRONG_STATE where it has none (yet). */
  download: tenantProcedure("backups.download")
    .input(BackupByIdInput)
    .query(({ ctx, input }) => getBackupFile(ctx.tenant, ctx.backups, input)),
  /** Removes backups that need not be kept any more; never the only verified one. */
  cleanup: tenantProcedure("backups.cleanUp").mutation(({ ctx }) => cleanUpBackups(ctx.tenant, ctx.backups)),
});
