import type { ReadDb, TenantDb } from "@storehouse/db";
import type { Entity } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

/** A record as it is stored: what people may change of it, and the stamps that guard it. */
export type Stored<Content> = Readonly<{ id: string; version: number; isArchived: boolean; content: Content }>;

/** Which version of which record a change replaces, and when. */
export type Change = Readonly<{ id: string; version: number; at: Date }>;

/** What the shared verbs must know of a noun whose records carry a version and are archived, never deleted. */
export type RecordKind<Content extends Record<string, unknown>> = Readonly<{
  entity: Entity;
  /** What the audit log calls a save and an archiving: the names of the procedures. */
  actions: Readonly<{ update: string; archive: string }>;
  /** Which field of the content each unique key guards. */
  uniques: Readonly<Record<string, keyof Content & string>>;
  find: (db: ReadDb, id: string) => Promise<Stored<Content> | undefined>;
  /** Writes the content as the next version. False when the record no longer has the version named. */
  save: (db: TenantDb, change: Change, content: Content) => Promise<boolean>;
  /** Sets or clears the date of archiving as the next version. False as in `save`. */
  archive: (db: TenantDb, change: Change, archivedAt: Date | null) => Promise<boolean>;
}>;

/** What a noun adds to a shared verb: rules before the record's own row is written, and writes beside it after. */
export type RecordSteps<Content, Input> = Readonly<{
  check?: (ctx: TenantContext, stored: Stored<Content>, input: Input) => Promise<void>;
  andThen?: (ctx: TenantContext, stored: Stored<Content>, input: Input) => Promise<void>;
}>;

/** The stamps of a record made now. */
export const firstStamps = (now: Date) => ({ version: 1, createdAt: now, updatedAt: now, archivedAt: null });
