import type { MySql2Database, MySqlRawQueryResult } from "drizzle-orm/mysql2";

declare const brand: unique symbol;

/** One open transaction on a connection of its own. Whoever opened it ends it, once. */
export type OpenTransaction = Readonly<{
  handle: Handle;
  prepared: Prepared;
  commit: () => Promise<void>;
  /** Undoes the work. A connection on which even that fails is destroyed, never lent again. */
  rollback: () => Promise<void>;
}>;

/** Runs a server-side prepared statement; for the few hot paths where Drizzle's building of SQL is felt. */
export type Prepared = <Row extends object>(text: string, params: readonly PreparedValue[]) => Promise<readonly Row[]>;
export type PreparedValue = string | number | Buffer | Date | null;

type Handle = Omit<MySql2Database<Record<string, never>>, "transaction" | "query">;

/** What a pool offers to a handle: the way to a connection of its own. Null inside a transaction. */
export type ConnectionSource = Readonly<{
  begin: (() => Promise<OpenTransaction>) | null;
  /** Begins one that only reads, and sees nothing that is committed later. */
  beginSnapshot?: () => Promise<OpenTransaction>;
  prepared: Prepared;
}>;

/**
 * A factory's database. The type can be minted here only, by the owner of the pools; a bare Drizzle handle is not one.
 * It has no `transaction` of its own: `transaction()` beside this file ends each one the same way.
 */
export type TenantDb = Handle & Readonly<{ [brand]: "tenant"; source: ConnectionSource }>;

/**
 * A copy beside a factory's database, for looking: it is no `TenantDb`, so no use case can take one for the factory
 * itself, and it offers nothing that writes. Its user may only read, too.
 */
export type SideCopyDb = Pick<Handle, "select" | "selectDistinct" | "$count"> &
  Readonly<{ [brand]: "sideCopy"; prepared: Prepared }>;

/** Whatever can be read as a factory's database: the factory itself, or a copy of it. */
export type ReadDb = Pick<Handle, "select">;

/** The central database: the registry of factories. Never handed to a use case. */
export type CentralDb = Handle & Readonly<{ [brand]: "central"; source: ConnectionSource }>;

/** Brands an open pool's handle as a factory's. */
export function brandTenantDb(handle: Handle, source: ConnectionSource): TenantDb {
  return Object.assign(Object.create(handle), { source }) as unknown as TenantDb;
}

/** Brands what a pool reads as a side copy. */
export function brandSideCopyDb(db: TenantDb): SideCopyDb {
  const { select, selectDistinct, $count } = db;
  const reads = { select: select.bind(db), selectDistinct: selectDistinct.bind(db), $count: $count.bind(db) };
  return Object.freeze({ ...reads, prepared: db.source.prepared }) as unknown as SideCopyDb;
}

/** Brands an open pool's handle as the central database. */
export function brandCentralDb(handle: Handle, source: ConnectionSource): CentralDb {
  return Object.assign(Object.create(handle), { source }) as unknown as CentralDb;
}

export type WriteResult = MySqlRawQueryResult;
