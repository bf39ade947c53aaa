import {
  BackupByIdInput,
  CompareInput,
  CreateBackupInput,
  ListBackupsInput,
  ListDifferencesInput,
  ListSideCopiesInput,
  OpenCopyAtInput,
  OpenSideCopyInput,
  SideCopyByIdInput,
  SwitchToCopyInput,
  TakeBackInput,
  UndoTakeBackInput,
} from "@storehouse/domain";
import {
  cleanUpBackups,
  closeSideCopy,
  compareCopy,
  createBackup,
  getBackupFile,
  getBackupStatus,
  getMomentReach,
  getSideCopy,
  listBackups,
  listDifferences,
  listSideCopies,
  openCopyAt,
  openSideCopy,
  switchToCopy,
  takeBack,
  undoTakeBack,
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
  /** From when on the factory can be brought back to a moment, or why it can't. */
  reach: mayRead.query(({ ctx }) => getMomentReach(ctx.tenant, ctx.backups)),
  /** Asks for a copy of the factory as it was at a moment; `sideCopy` tells how far it is. Throws INVALID at `at`, LIMIT_REACHED. */
  openCopyAt: tenantProcedure("backups.openCopy")
    .input(OpenCopyAtInput)
    .mutation(({ ctx, input }) => openCopyAt(ctx.tenant, ctx.backups, input)),
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
  /** Counts what was added, changed and removed since a side copy, for each kind of record. Throws NOT_FOUND, WRONG_STATE. */
  compare: mayRead.input(CompareInput).query(({ ctx, input }) => compareCopy(ctx.tenant, ctx.backups.copies, input)),
  /** The records of one kind that differ from a side copy, a page at a time, with the fields that do. Throws NOT_FOUND, WRONG_STATE. */
  differences: mayRead
    .input(ListDifferencesInput)
    .query(({ ctx, input }) => listDifferences(ctx.tenant, ctx.backups.copies, input)),
  /** Puts records back to what they hold in a side copy, all or none. Throws STALE, TAKE_FIRST, and what the verbs that change them throw. */
  takeBack: tenantProcedure("backups.takeBack")
    .input(TakeBackInput)
    .mutation(({ ctx, input }) => takeBack(ctx.tenant, ctx.accounts, ctx.backups.copies, input)),
  /** Undoes a taking back; what was changed since is kept and says so. Throws NOT_FOUND. */
  undoTakeBack: tenantProcedure("backups.takeBack")
    .input(UndoTakeBackInput)
    .mutation(({ ctx, input }) => undoTakeBack(ctx.tenant, ctx.accounts, input)),
});
