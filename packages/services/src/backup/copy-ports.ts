import type { SideCopyDb } from "@storehouse/db";
import type { ListSideCopiesInput, MomentReach, Page, SideCopyRow } from "@storehouse/domain";

/** The side copies of one factory: there is no way from here to another's. */
export type CopyPorts = Readonly<{
  /** What the factory's database is called: typed again by who wants it replaced. */
  dbName: string;
  list: (input: ListSideCopiesInput) => Promise<Page<SideCopyRow>>;
  find: (id: string) => Promise<SideCopyRow | undefined>;
  /** Books a copy for the worker. Throws LIMIT_REACHED, KEY_REUSED. */
  open: (wish: Readonly<{ id: string; backupId: string; requestedBy: string }>) => Promise<void>;
  /** Books a copy of the factory as it was at a moment. Throws LIMIT_REACHED, KEY_REUSED. */
  openAt: (wish: Readonly<{ id: string; at: Date; requestedBy: string }>) => Promise<void>;
  /** From when on there is a moment to go back to. */
  reach: () => Promise<MomentReach>;
  /** Has the worker remove a copy. Throws WRONG_STATE while it takes the factory's place. */
  close: (id: string) => Promise<void>;
  /** Has the worker put a copy in the factory's place. Throws WRONG_STATE unless it is ready and no other is at it. */
  switchTo: (wish: Readonly<{ id: string; requestedBy: string }>) => Promise<void>;
  /** Lends a copy to look at. Throws NOT_FOUND, WRONG_STATE. */
  read: <T>(id: string, work: (db: SideCopyDb) => Promise<T>) => Promise<T>;
}>;
