import type { OperatorCopies } from "./operator-copies.ts";
import type {
  BackupRow,
  CreateFactoryInput,
  JobKind,
  RequestedWork,
  ServerRow,
  SignInLink,
  SupportGrant,
} from "@storehouse/domain";

type Actor = `operator:${string}`;

type WorkWish = Readonly<{ id: string; actor: Actor }>;
type Payment = Readonly<{ until: Date; reference: string; now: Date; actor: Actor }>;

/** What the use cases of the console need and may not import: the making and shutting of factories, and what the process remembers of them. */
export type PlatformPorts = Readonly<{
  /** Reserves a factory's names, leaves its making to the worker and writes both into the service's log. Throws TAKEN. */
  createFactory: (input: CreateFactoryInput, actor: Actor) => Promise<Readonly<{ factoryId: string; login: string }>>;
  /** Throws NOT_FOUND, WRONG_STATE. */
  suspend: (dbName: string, reason: string, actor: Actor) => Promise<void>;
  reactivate: (dbName: string, actor: Actor) => Promise<void>;
  /** Throws INVALID for a plan that is not there. */
  setPlan: (dbName: string, plan: string, actor: Actor) => Promise<void>;
  /** Throws INVALID for a moment that is past. */
  recordPayment: (factoryId: string, payment: Payment) => Promise<void>;
  extendTrial: (factoryId: string, trial: Omit<Payment, "reference">) => Promise<void>;
  /** Forgets what this process remembers of a factory. */
  closeFactory: (factoryId: string) => void;
  /** Counts a factory's people again and sets its connection limit by them. */
  resync: (factoryId: string) => Promise<Readonly<{ userCount: number; maxConnections: number }>>;
  /** Makes the link by which the first master chooses a password. Throws WRONG_STATE once anybody has signed in. */
  makeFirstLink: (factoryId: string) => Promise<SignInLink>;
  /** One factory's side copies, without a way into them. */
  copiesOf: (factory: Readonly<{ id: string; dbName: string }>) => OperatorCopies;
  /** Asks the worker for work. Throws WRONG_STATE while the same is under way. */
  requestWork: (wish: WorkWish & Readonly<{ kind: JobKind; factoryId: string | null }>) => Promise<RequestedWork>;
  /** Throws NOT_FOUND, WRONG_STATE, INVALID at `server`. */
  requestMove: (wish: WorkWish & Readonly<{ factoryId: string; server: string }>) => Promise<RequestedWork>;
  /** Throws NOT_FOUND, WRONG_STATE, INVALID at `typedName`. */
  requestDeletion: (wish: WorkWish & Readonly<{ factoryId: string; typedName: string }>) => Promise<RequestedWork>;
  listWork: (factoryId: string, limit: number) => Promise<readonly RequestedWork[]>;
  lastKeyWork: () => Promise<RequestedWork | null>;
  listServers: () => Promise<readonly ServerRow[]>;
  /** The grant by which support may look into a factory now. */
  supportGrant: (factoryId: string) => Promise<SupportGrant | null>;
  latestBackups: (factoryId: string, limit: number) => Promise<readonly BackupRow[]>;
}>;
