import {
  BackUpFactoryInput,
  ChangePlanInput,
  CreateFactoryInput,
  DeleteFactoryInput,
  EndOperatorSessionInput,
  ExtendTrialInput,
  FactoryByIdInput,
  FactoryCopyInput,
  FactoryJobInput,
  ListEventsInput,
  ListFactoriesInput,
  MoveFactoryInput,
  OpenFactoryCopyInput,
  ListWorkInput,
  OpenSupportInput,
  OperatorLoginInput,
  PauseMigrationsInput,
  ReadLinkInput,
  ReplaceFactoryInput,
  RotateKeysInput,
  RecordPaymentInput,
  SecondStepInput,
  SetDirectoryInput,
  SetSignUpInput,
  SuspendFactoryInput,
  UseOperatorLinkInput,
} from "@storehouse/domain";
import {
  approveFactoryCopy,
  archiveFactoryBy,
  backUpFactory,
  closeFactoryCopy,
  changePlan,
  createFactoryBy,
  deleteFactoryBy,
  endOperatorSession,
  extendTrialOf,
  getFactoryPage,
  getOperatorMe,
  getPlatformDashboard,
  getUpkeep,
  listEvents,
  listFactoriesOf,
  listFactoryCopies,
  listFactoryWork,
  listOperatorSessions,
  listPlans,
  listTimetable,
  listWork,
  logOutOperator,
  makeFirstLink,
  moveFactoryBy,
  openFactoryCopy,
  pauseMigrations,
  reactivateFactoryBy,
  recordPaymentOf,
  resumeFactory,
  rotateKeysBy,
  rotatePasswordBy,
  openSupport,
  setDirectory,
  setSignUp,
  suspendFactoryBy,
  switchFactory,
  syncConnectionsOf,
} from "@storehouse/services";
import { operatorProcedure, publicProcedure, router } from "../trpc.ts";

const own = operatorProcedure("self.manage");
const mayRead = operatorProcedure("factories.read");
const mayRestore = operatorProcedure("factories.restore");
const mayBill = operatorProcedure("factories.bill");

/** The operators' console. Its sessions are its own: people of a factory are nobody here, and operators nobody in a factory. */
export const platformRouter = router({
  /** Checks an operator's password; always answers a challenge for the second step. Throws WRONG_CREDENTIALS, RATE_LIMITED. */
  login: publicProcedure
    .input(OperatorLoginInput)
    .mutation(({ ctx, input }) => ctx.operators.door.logIn(ctx.visit, input)),
  /** Checks the code that follows the password, and sets the console's cookie. Throws SECOND_STEP_REFUSED, RATE_LIMITED. */
  secondStep: publicProcedure
    .input(SecondStepInput)
    .mutation(({ ctx, input }) => ctx.operators.door.secondStep(ctx.visit, input)),
  /** Whom an operator's link is for, and a new secret for their phone. Throws LINK_INVALID, RATE_LIMITED. */
  readLink: publicProcedure
    .input(ReadLinkInput)
    .mutation(({ ctx, input }) => ctx.operators.door.readLink(ctx.visit, input)),
  /** Sets an operator's password and second step, signs them in and answers the recovery codes. Throws LINK_INVALID, WRONG_CODE, INVALID. */
  useLink: publicProcedure
    .input(UseOperatorLinkInput)
    .mutation(({ ctx, input }) => ctx.operators.door.useLink(ctx.visit, input)),
  /** Ends the session this request came with. */
  logout: own.mutation(async ({ ctx }) => {
    const ended = await logOutOperator(ctx.platform);
    ctx.clearCookie();
    return ended;
  }),
  /** Who is signed in to the console. */
  me: own.query(({ ctx }) => getOperatorMe(ctx.platform)),
  /** Where the operator is signed in. */
  sessions: own.query(({ ctx }) => listOperatorSessions(ctx.platform)),
  /** Ends one of the operator's sessions. Throws NOT_FOUND. */
  endSession: own.input(EndOperatorSessionInput).mutation(({ ctx, input }) => endOperatorSession(ctx.platform, input)),
  /** The fleet at a glance. */
  dashboard: mayRead.query(({ ctx }) => getPlatformDashboard(ctx.platform)),
  /** The factories, with what the service knows of them and nothing of what they keep. */
  factories: mayRead.input(ListFactoriesInput).query(({ ctx, input }) => listFactoriesOf(ctx.platform, input)),
  /** One factory and its latest backups. Throws NOT_FOUND. */
  factory: mayRead.input(FactoryByIdInput).query(({ ctx, input }) => getFactoryPage(ctx.platform, ctx.ports, input)),
  /** Reserves a factory's names and has the worker make it. Throws TAKEN. */
  createFactory: operatorProcedure("factories.create")
    .input(CreateFactoryInput)
    .mutation(({ ctx, input }) => createFactoryBy(ctx.platform, ctx.ports, input)),
  /** The link by which the first master of a factory that an operator made chooses a password. Throws NOT_FOUND, WRONG_STATE. */
  makeFirstLink: operatorProcedure("factories.create")
    .input(FactoryByIdInput)
    .mutation(({ ctx, input }) => makeFirstLink(ctx.platform, ctx.ports, input)),
  /** Shuts a factory and says why to its people. Throws NOT_FOUND, WRONG_STATE. */
  suspend: operatorProcedure("factories.suspend")
    .input(SuspendFactoryInput)
    .mutation(({ ctx, input }) => suspendFactoryBy(ctx.platform, ctx.ports, input)),
  /** Opens a suspended factory again. Throws NOT_FOUND, WRONG_STATE. */
  reactivate: operatorProcedure("factories.reactivate")
    .input(FactoryByIdInput)
    .mutation(({ ctx, input }) => reactivateFactoryBy(ctx.platform, ctx.ports, input)),
  /** The plans of this installation: what each one lets a factory have. */
  plans: mayRead.query(({ ctx }) => listPlans(ctx.platform)),
  /** Puts a factory on another plan. Throws NOT_FOUND, INVALID for a plan that is not there. */
  changePlan: mayBill.input(ChangePlanInput).mutation(({ ctx, input }) => changePlan(ctx.platform, ctx.ports, input)),
  /** Writes down that a factory is paid for until a moment. Throws NOT_FOUND, INVALID for one that is past. */
  recordPayment: mayBill
    .input(RecordPaymentInput)
    .mutation(({ ctx, input }) => recordPaymentOf(ctx.platform, ctx.ports, input)),
  /** Lets a trial go on until a moment. Throws NOT_FOUND, INVALID for one that is past. */
  extendTrial: mayBill
    .input(ExtendTrialInput)
    .mutation(({ ctx, input }) => extendTrialOf(ctx.platform, ctx.ports, input)),
  /** Asks for a backup of a factory now. Throws NOT_FOUND, WRONG_STATE. */
  backUp: operatorProcedure("factories.backUp")
    .input(BackUpFactoryInput)
    .mutation(({ ctx, input }) => backUpFactory(ctx.platform, input)),
  /** A factory's latest side copies: where they stand, and nothing of what is in them. */
  sideCopies: mayRead
    .input(FactoryByIdInput)
    .query(({ ctx, input }) => listFactoryCopies(ctx.platform, ctx.ports, input)),
  /** Has a backup restored beside its factory. Throws NOT_FOUND, LIMIT_REACHED. */
  openSideCopy: mayRestore
    .input(OpenFactoryCopyInput)
    .mutation(({ ctx, input }) => openFactoryCopy(ctx.platform, ctx.ports, input)),
  /** Removes a side copy before its time. Throws NOT_FOUND, WRONG_STATE. */
  closeSideCopy: mayRestore
    .input(FactoryCopyInput)
    .mutation(({ ctx, input }) => closeFactoryCopy(ctx.platform, ctx.ports, input)),
  /** Puts a side copy in the factory's place, which is saved first. Throws NOT_FOUND, WRONG_STATE, INVALID at `confirm`. */
  switchTo: mayRestore
    .input(ReplaceFactoryInput)
    .mutation(({ ctx, input }) => switchFactory(ctx.platform, ctx.ports, input)),
  /** Approves another factory's archive for this one, as a second operator. Throws NOT_FOUND, WRONG_STATE, INVALID at `confirm`. */
  approveSideCopy: mayRestore
    .input(ReplaceFactoryInput)
    .mutation(({ ctx, input }) => approveFactoryCopy(ctx.platform, ctx.ports, input)),
  /** Asks that the migration of a factory in quarantine go on, which opens it once that is done. Throws NOT_FOUND. */
  resume: operatorProcedure("factories.resume")
    .input(FactoryByIdInput)
    .mutation(({ ctx, input }) => resumeFactory(ctx.platform, ctx.ports, input)),
  /** Sets a factory's connection limit anew, by its people. Throws NOT_FOUND, FACTORY_SUSPENDED. */
  syncConnections: operatorProcedure("factories.syncConnections")
    .input(FactoryByIdInput)
    .mutation(({ ctx, input }) => syncConnectionsOf(ctx.platform, ctx.ports, input)),
  /** The work that the worker was asked for on a factory, the latest first. Throws NOT_FOUND. */
  factoryWork: mayRead
    .input(FactoryByIdInput)
    .query(({ ctx, input }) => listFactoryWork(ctx.platform, ctx.ports, input)),
  /** Asks that a factory be moved to another database server. Throws NOT_FOUND, WRONG_STATE, INVALID at `server`. */
  moveFactory: operatorProcedure("factories.move")
    .input(MoveFactoryInput)
    .mutation(({ ctx, input }) => moveFactoryBy(ctx.platform, ctx.ports, input)),
  /** Asks that a factory's database user be given a new password. Throws NOT_FOUND, WRONG_STATE. */
  rotatePassword: operatorProcedure("factories.rotatePassword")
    .input(FactoryJobInput)
    .mutation(({ ctx, input }) => rotatePasswordBy(ctx.platform, ctx.ports, input)),
  /** Asks that a factory be saved for the last time and shut. Throws NOT_FOUND, WRONG_STATE. */
  archiveFactory: operatorProcedure("factories.archive")
    .input(FactoryJobInput)
    .mutation(({ ctx, input }) => archiveFactoryBy(ctx.platform, ctx.ports, input)),
  /** Asks that an archived factory be deleted, once its days are over. Throws NOT_FOUND, WRONG_STATE, INVALID at `typedName`. */
  deleteFactory: operatorProcedure("factories.delete")
    .input(DeleteFactoryInput)
    .mutation(({ ctx, input }) => deleteFactoryBy(ctx.platform, ctx.ports, input)),
  /** What concerns the fleet as a whole: database servers, migrations that rest, keys. */
  upkeep: mayRead.query(({ ctx }) => getUpkeep(ctx.platform, ctx.ports)),
  /** Lets migrations of the fleet rest, or go on. Throws NOT_FOUND before a worker has ever run. */
  pauseMigrations: operatorProcedure("fleet.migrate")
    .input(PauseMigrationsInput)
    .mutation(({ ctx, input }) => pauseMigrations(ctx.platform, input)),
  /** Asks that every secret be locked with the newest key. Throws WRONG_STATE while that is under way. */
  rotateKeys: operatorProcedure("keys.rotate")
    .input(RotateKeysInput)
    .mutation(({ ctx, input }) => rotateKeysBy(ctx.platform, ctx.ports, input)),
  /** Opens a factory that has let support in, and sets the cookie of a support session. Throws NOT_FOUND, SUPPORT_CLOSED. */
  openSupport: operatorProcedure("support.open")
    .input(OpenSupportInput)
    .mutation(({ ctx, input }) => openSupport(ctx.platform, ctx.enterSupport, input)),
  /** Opens or closes the sign-up of new factories. */
  setSignUp: operatorProcedure("signUp.change")
    .input(SetSignUpInput)
    .mutation(({ ctx, input }) => setSignUp(ctx.platform, input)),
  /** Everything that somebody asked of the worker, the latest first. */
  work: mayRead.input(ListWorkInput).query(({ ctx, input }) => listWork(ctx.platform, input)),
  /** The worker's timetable, with how each job's last run went. */
  timetable: mayRead.query(({ ctx }) => listTimetable(ctx.platform)),
  /** Shows the factories' names and states to whoever asks, or to nobody. */
  setDirectory: operatorProcedure("directory.change")
    .input(SetDirectoryInput)
    .mutation(({ ctx, input }) => setDirectory(ctx.platform, input)),
  /** The service's own log: who did what to which factory, the latest first. */
  events: operatorProcedure("events.read")
    .input(ListEventsInput)
    .query(({ ctx, input }) => listEvents(ctx.platform, input)),
});
