import type { ReadDb } from "@storehouse/db";

/** What is asked here of the side copies of one factory. There is no way from here to another's. */
export type Copies = Readonly<{
  find: (id: string) => Promise<Readonly<{ savedAt: string | null }> | undefined>;
  /** Lends a copy to look at. Throws NOT_FOUND, WRONG_STATE for one that is not ready. */
  read: <T>(id: string, work: (db: ReadDb) => Promise<T>) => Promise<T>;
}>;
