export { openProvisioner, parseServers, type Provisioner, type ServerUrls } from "./open-provisioner.ts";
export { adoptDatabase, adoptSecrets } from "./adopt-database.ts";
export { provisionFactory, type Provisioned } from "./provision-factory.ts";
export { forgetFailedRegistrations, reapRegistrations } from "./reap-registrations.ts";
export { listWaiting } from "./registration-lease.ts";
export { type Administrator, openAdministrator, withReplayer } from "./replayer.ts";
export type { Session } from "./open-session.ts";
export { remakeFactoryUser } from "./remake-factory-user.ts";
export { type Discrepancy, reconcileRegistry } from "./reconcile-registry.ts";
export { requeueFactory } from "./requeue-factory.ts";
export { checkServer } from "./check-server.ts";
export { describeSetting, findWrongSettings, type WrongSetting } from "./server-settings.ts";
export { reactivateFactory, suspendFactory } from "./set-factory-state.ts";
export { setFactoryPlan } from "./set-factory-plan.ts";
export { ensureProvisioner, setUp, type SetUpDone, type SetUpWish } from "./set-up.ts";
export {
  dropRestorer,
  dropScratch,
  dropUnfinished,
  makeRestorable,
  newScratchName,
} from "./scratch-database.ts";
export { currentSchemaVersion, migrateSideDatabase } from "./migrate-side.ts";
export { enlistServers } from "./enlist-servers.ts";
export {
  clearTarget,
  dropMoved,
  fenceOwner,
  isFree,
  makeMovedUser,
  movedNameOf,
  type Owned,
  placeInRegistry,
  setAside,
  unfenceOwner,
} from "./moved-database.ts";
export { readServerFacts } from "./server-facts.ts";
export { settleRestored } from "./settle-restored.ts";
export { dropEmptied, dropUnusedKept, isSwapped, type Swap, swapDatabases } from "./swap-databases.ts";
export { type CopyReader, dropSideDatabase, makeCopyReader } from "./side-database.ts";
export { type KeysRotated, rotateKeys } from "../rotate/rotate-keys.ts";
export { PASSWORD_POINTS, type PasswordMemo, type PasswordPoint, rotatePassword } from "../rotate/rotate-password.ts";
export { ARCHIVE_REASON, closeForArchive, completeArchive } from "../lifecycle/archive-factory.ts";
export { DELETE_POINTS, deleteFactory, type DeletePoint } from "../lifecycle/delete-factory.ts";
