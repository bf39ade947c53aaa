import {
  BackupByIdInput,
  CreateBackupInput,
  ListBackupsInput,
  ListSideCopiesInput,
  OpenSideCopyInput,
  SideCopyByIdInput,
  SwitchToCopyInput,
} from "@storehouse/domain";
import {
  cleanUpBackups,
  closeSideCopy,
  createBackup,
  getBackupFile,
  getBackupStatus,
  getSideCopy,
  listBackups,
  listSideCopies,
  openSideCopy,
  switchToCopy,
} from "@storehouse/services";
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
  /** Asks for a copy of a backup beside the factory; `sideCopy` tells how far it is. Throws NOT_FOUND, WRONG_STATE, LIMIT_REACHED. */
  openSideCopy: tenantProcedure("backups.openCopy")
    .input(OpenSideCopyInput)
    .mutation(({ ctx, input }) => openSideCopy(ctx.tenant, ctx.backups, input)),
  /** The factory's side copies, latest first, those that are gone included. */
  sideCopies: mayRead
    .input(ListSideCopiesInput)
    .query(({ ctx, input }) => listSideCopies(ctx.tenant, ctx.backups, input)),
  /** One side copy: where it stands and how far it is. */
  sideCopy: mayRead.input(SideCopyByIdInput).query(({ ctx, input }) => getSideCopy(ctx.tenant, ctx.backups, input)),
  /** Removes a side copy before its time. Throws WRONG_STATE while it takes the factory's place. */
  closeSideCopy: tenantProcedure("backups.openCopy")
    .input(SideCopyByIdInput)
    .mutation(({ ctx, input }) => closeSideCopy(ctx.tenant, ctx.backups, input)),
  /** Puts a side copy in the factory's place, after a backup of the factory. Throws WRONG_STATE, and INVALID at `confirm`. */
  switchTo: tenantProcedure("backups.restore")
    .input(SwitchToCopyInput)
    .mutation(({ ctx, input }) => switchToCopy(ctx.tenant, ctx.backups, input)),
});
