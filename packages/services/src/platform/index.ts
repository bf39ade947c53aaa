export {
  archiveFactoryBy,
  deleteFactoryBy,
  listFactoryWork,
  moveFactoryBy,
  rotateKeysBy,
  rotatePasswordBy,
} from "./ask-worker.ts";
export { getUpkeep, pauseMigrations } from "./upkeep.ts";
export { addCalls, type CountedCalls } from "./add-calls.ts";
export { changePlan, extendTrialOf, recordPaymentOf } from "./bill-factory.ts";
export {
  backUpFactory,
  createFactoryBy,
  makeFirstLink,
  reactivateFactoryBy,
  resumeFactory,
  suspendFactoryBy,
  syncConnectionsOf,
} from "./change-factory.ts";
export { makeFirstMasterLink } from "./first-master-link.ts";
export { getPlatformDashboard } from "./get-dashboard.ts";
export { getFactoryPage } from "./get-factory.ts";
export { listEvents } from "./list-events.ts";
export { listFactoriesOf } from "./list-factories.ts";
export { listPlans } from "./list-plans.ts";
export { listTimetable, listWork } from "./list-work.ts";
export { endOperatorSession, getOperatorMe, listOperatorSessions, logOutOperator } from "./operator-sessions.ts";
export { openSupport } from "./open-support.ts";
export { authorizeOperator, type PlatformContext } from "./platform-context.ts";
export type { OperatorCopies } from "./operator-copies.ts";
export type { PlatformPorts } from "./platform-ports.ts";
export {
  approveFactoryCopy,
  closeFactoryCopy,
  listFactoryCopies,
  openFactoryCopy,
  switchFactory,
} from "./restore-factory.ts";
export { readWork } from "./read-work.ts";
export { listDirectory } from "./directory.ts";
export { isSignUpOpen, setDirectory, setSignUp } from "./open-settings.ts";
