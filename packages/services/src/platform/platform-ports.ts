import type { BackupRow, CreateFactoryInput, SignInLink } from "@storehouse/domain";
import type { OperatorCopies } from "./operator-copies.ts";

type Actor = `operator:${string}`;

/** What the use cases of the console need and may not import: the making and shutting of factories, and what the process remembers of them. */
export type PlatformPorts = Readonly<{
  /** Reserves a factory's names, leaves its making to the worker and writes both into the service's log. Throws TAKEN. */
  createFactory: (input: CreateFactoryInput, actor: Actor) => Promise<Readonly<{ factoryId: string; login: string }>>;
  /** Throws NOT_FOUND, WRONG_STATE. */
  suspend: (dbName: string, reason: string, actor: Actor) => Promise<void>;
  reactivate: (dbName: string, actor: Actor) => Promise<void>;
  /** Forgets what this process remembers of a factory. */
  closeFactory: (factoryId: string) => void;
  /** Counts a factory's people again and sets its connection limit by them. */
  resync: (factoryId: string) => Promise<Readonly<{ userCount: number; maxConnections: number }>>;
  /** Makes the link by which the first master chooses a password. Throws WRONG_STATE once anybody has signed in. */
  makeFirstLink: (factoryId: string) => Promise<SignInLink>;
  /** One factory's side copies, without a way into them. */
  copiesOf: (factory: Readonly<{ id: string; dbName: string }>) => OperatorCopies;
  latestBackups: (factoryId: string, limit: number) => Promise<readonly BackupRow[]>;
}>;
