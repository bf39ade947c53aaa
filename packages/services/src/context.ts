import { type TenantDb, transaction } from "@storehouse/db";
import {
  type Allowance,
  fail,
  type LiveChange,
  type Module,
  moduleOf,
  type OutboxKind,
  type Permission,
  rolesWith,
} from "@storehouse/domain";
import { writeChanges } from "./live/record-change.ts";
import type { EventBook } from "./webhook/event-book.ts";
import { writeEvents } from "./webhook/write-events.ts";

const RETRY_SECONDS = 60;

/** The ids of the places an actor is limited to, those of a site included; null for everywhere. `place-scope.ts` asks it. */
export type Places = ReadonlySet<string> | null;

/** Who acts: a person who is signed in, an operator whom the factory let in to look, or a job of the service's own. */
export type Actor =
  | Readonly<{
      kind: "user" | "support";
      id: string;
      name: string;
      permissions: ReadonlySet<Permission>;
      places: Places;
      address: string;
      device: string;
    }>
  | Readonly<{ kind: "job"; id: null; name: string; permissions: ReadonlySet<Permission>; places: null }>;

/** All that a use case may know about its caller. The factory is the handle; there is no tenant id to filter by. */
export type TenantContext = Readonly<{
  db: TenantDb;
  actor: Actor;
  now: () => Date;
  /** Set for an operator who looks by the factory's grant: until when. */
  support?: Readonly<{ until: string }> | undefined;
  /** What the factory may have by its plan; null where that could not be read: then nothing that is counted may be added. */
  allowance: Allowance | null;
  /** The modules it does not have; null where its plan could not be read. Jobs, which ask for no permission, leave it out. */
  lacks?: ReadonlySet<Module> | null;
  /** Set while the change puts a record back to how a line of the audit log left it. */
  restoresLineId?: string;
  /** Set while one change of many records is applied or undone: each line of the audit log names it. */
  bulkChangeId?: string;
  /** Set while records are put back to what they hold in a copy, or that is undone: what the log calls it, and why. */
  takeBack?: Readonly<{ id: string; action: string; reason: string }>;
  /** Inside `atomically`: what open screens are told of once it is committed. `recordChange` adds to it. */
  changes?: LiveChange[];
  /** Inside `atomically`: what programs are told of if it commits. `tell` adds to it. */
  events?: EventBook;
  /** Inside `atomically`: what was put into an outbox. */
  queued?: Set<OutboxKind>;
  /** Hears, after the commit, that something waits to be sent. */
  onQueued?: (kind: OutboxKind) => void;
}>;

/**
 * Refuses with NOT_ALLOWED, naming the permission and the roles that carry it, unless the actor holds it; with MODULE_DISABLED, whoever asks, where the
 * factory does not have the module it is of.
 */
export function authorize(ctx: TenantContext, permission: Permission): void {
  const part = moduleOf(permission);
  if (part !== undefined && ctx.lacks === null) fail({ code: "UNAVAILABLE", retryAfterSeconds: RETRY_SECONDS });
  if (part !== undefined && ctx.lacks?.has(part)) fail({ code: "MODULE_DISABLED", module: part });
  if (!ctx.actor.permissions.has(permission)) refuse(permission);
}

/** Refuses for want of a permission, naming the built-in roles that carry it. */
export const refuse = (permission: Permission): never =>
  fail({ code: "NOT_ALLOWED", permission, grantedBy: rolesWith(permission) });

/**
 * Runs `work` atomically. Only the context it is given sees the uncommitted rows; a deadlock runs the whole of it again.
 * What `work` records for programs and open screens is written last.
 */
export async function atomically<T>(ctx: TenantContext, work: (ctx: TenantContext) => Promise<T>): Promise<T> {
  if (ctx.changes !== undefined) return transaction(ctx.db, (db) => work({ ...ctx, db }));
  const { result, queued } = await transaction(ctx.db, async (db) => {
    const tx = { ...ctx, db, changes: [], events: { told: [] }, queued: new Set<OutboxKind>() };
    const done = await work(tx);
    await writeEvents(tx, tx.events.told);
    await writeChanges(tx, tx.changes);
    return { result: done, queued: tx.queued };
  });
  for (const kind of queued) ctx.onQueued?.(kind);
  return result;
}

/** The id of the person who acts, for columns that name one; of support, whom no row of the factory names. A job never posts in its own name. */
export function personOf(ctx: TenantContext): string {
  if (ctx.actor.kind === "job") throw new Error("this use case is for people");
  return ctx.actor.id;
}

/** Told of work that goes on after its use case has answered: whoever lent the database keeps it open until then. */
export type Outlive = (work: Promise<void>) => void;
