import type { CentralDb } from "@storehouse/db";
import type { OperatorCopyRow } from "@storehouse/domain";

/** Writes down what was asked, in the transaction that asks it. */
type Recording = (tx: CentralDb) => Promise<void>;

/** What operators may know and ask of one factory's side copies: where they stand, and no way into them. */
export type OperatorCopies = Readonly<{
  /** The latest first. */
  list: (limit: number) => Promise<readonly OperatorCopyRow[]>;
  /** Throws LIMIT_REACHED, KEY_REUSED. */
  open: (wish: Readonly<{ id: string; backupId: string; requestedBy: string }>, record: Recording) => Promise<void>;
  /** Throws NOT_FOUND, WRONG_STATE. */
  close: (id: string, record: Recording) => Promise<void>;
  /** Throws NOT_FOUND, WRONG_STATE. */
  switchTo: (wish: Readonly<{ id: string; requestedBy: string }>, record: Recording) => Promise<void>;
  /** Throws NOT_FOUND, WRONG_STATE, INVALID for the operator who asked. */
  approve: (wish: Readonly<{ id: string; approvedBy: string }>, record: Recording) => Promise<void>;
}>;
