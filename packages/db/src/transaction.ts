import { setTimeout as sleep } from "node:timers/promises";
import { isRetryable } from "./driver-error.ts";
import { brandCentralDb, brandTenantDb, type CentralDb, type OpenTransaction, type TenantDb } from "./tenant-db.ts";

const ATTEMPTS_MAX = 6;

/**
 * Runs `work` in one transaction at READ COMMITTED and commits it, or undoes all of it and throws what it threw.
 * A deadlock, lock wait or changed row runs the whole of `work` again, up to five times: `work` must have no effect but on the handle it is given.
 * Inside a transaction it joins the one that is open.
 */
export async function transaction<T>(db: TenantDb, work: (db: TenantDb) => Promise<T>): Promise<T> {
  if (db.source.begin === null) return work(db);
  return attempt(db.source.begin, (open) => work(brandTenantDb(open.handle, { begin: null, prepared: open.prepared })));
}

/** Runs `work` on one connection that sees the factory as it is at this moment until `work` ends, whatever is written meanwhile. It can't write. */
export async function snapshot<T>(db: TenantDb, work: (db: TenantDb) => Promise<T>): Promise<T> {
  if (db.source.beginSnapshot === undefined) throw new Error("a snapshot is not taken inside a transaction");
  return once(await db.source.beginSnapshot(), (open) =>
    work(brandTenantDb(open.handle, { begin: null, prepared: open.prepared })),
  );
}

/** As `transaction`, for the central database. */
export async function centralTransaction<T>(db: CentralDb, work: (db: CentralDb) => Promise<T>): Promise<T> {
  if (db.source.begin === null) return work(db);
  return attempt(db.source.begin, (open) =>
    work(brandCentralDb(open.handle, { begin: null, prepared: open.prepared })),
  );
}

async function attempt<T>(
  begin: () => Promise<OpenTransaction>,
  work: (open: OpenTransaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(await begin(), work);
    } catch (error) {
      if (tries >= ATTEMPTS_MAX || !isRetryable(error)) throw error;
      await sleep(2 ** tries * (0.5 + Math.random()));
    }
  }
}

async function once<T>(open: OpenTransaction, work: (open: OpenTransaction) => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work(open);
  } catch (error) {
    await open.rollback();
    throw error;
  }
  // A failed commit has an unknown outcome: it ends the connection, and the caller's client id decides on the next try.
  await open.commit();
  return result;
}
