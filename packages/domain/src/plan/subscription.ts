import { z } from "zod";
import { Id } from "../fields.ts";
import type { Permission } from "../permission.ts";

/** How a factory stands with the service: on trial, paid for, late, to be read only, or shut for want of payment. */
export const SUBSCRIPTION_STATES = ["TRIAL", "ACTIVE", "PAST_DUE", "READ_ONLY", "SUSPENDED"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** A stored word as a state; one that nobody knows counts as paid for: no factory is shut for a word. */
export const toSubscriptionState = (word: string): SubscriptionState =>
  SUBSCRIPTION_STATES.find((state) => state === word) ?? "ACTIVE";

/** What the registry keeps of it. Without an end it lasts until somebody gives it one. */
export type Subscription = Readonly<{ state: SubscriptionState; endsAt: Date | null }>;

/** How long a new factory may be tried, unless the installation says otherwise. */
export const TRIAL_DAYS = 30;
/** For so many days after its end all works as before. */
export const GRACE_DAYS = 14;
/** For so many days after that it can be read, exported and backed up. */
export const READ_ONLY_DAYS = 60;
/** How many days before the end its masters are told. */
export const REMINDER_DAYS = [7, 1] as const;

const DAY_MS = 86_400_000;
const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** When each step after the end of a period comes. */
export const stepsAfter = (endsAt: Date): Readonly<{ readOnlyAt: Date; suspendedAt: Date }> => ({
  readOnlyAt: later(endsAt, GRACE_DAYS),
  suspendedAt: later(endsAt, GRACE_DAYS + READ_ONLY_DAYS),
});

/** The state a subscription is in at a moment (product.md, State machines). It never goes back by itself: only a payment or a longer trial does that. */
export function subscriptionAt({ state, endsAt }: Subscription, now: Date): SubscriptionState {
  if (endsAt === null || now < endsAt) return state;
  const { readOnlyAt, suspendedAt } = stepsAfter(endsAt);
  const reached = now < readOnlyAt ? "PAST_DUE" : now < suspendedAt ? "READ_ONLY" : "SUSPENDED";
  return rank(reached) > rank(state) ? reached : state;
}

const rank = (state: SubscriptionState): number => SUBSCRIPTION_STATES.indexOf(state);

/** Whole days until a moment, a begun one counted; none once it has come. */
export const daysUntil = (at: Date, now: Date): number =>
  Math.max(0, Math.ceil((at.getTime() - now.getTime()) / DAY_MS));

/** Which reminder is due: the smallest number of days that the end is within. Undefined while it is further off, past, or never. */
export function reminderDue({ state, endsAt }: Subscription, now: Date): number | undefined {
  if (endsAt === null || (state !== "TRIAL" && state !== "ACTIVE") || now >= endsAt) return undefined;
  return REMINDER_DAYS.toSorted((a, b) => a - b).find((days) => daysUntil(endsAt, now) <= days);
}

/** Where a factory stands, as its people and the operator read it. */
export type SubscriptionFacts = Readonly<{
  state: SubscriptionState;
  endsAt: string | null;
  readOnlyAt: string | null;
  suspendedAt: string | null;
  /** The end is so near that its masters should know. */
  isEnding: boolean;
}>;

/** Where a subscription stands at a moment, for the browser. */
export function subscriptionFacts({ state, endsAt }: Subscription, now: Date): SubscriptionFacts {
  const steps = endsAt === null ? null : stepsAfter(endsAt);
  return {
    state,
    endsAt: endsAt?.toISOString() ?? null,
    readOnlyAt: steps?.readOnlyAt.toISOString() ?? null,
    suspendedAt: steps?.suspendedAt.toISOString() ?? null,
    isEnding: reminderDue({ state, endsAt }, now) !== undefined,
  };
}

/** True while a factory can only be read; also where an operator has let one in again that nobody paid for. */
export const isReadOnly = ({ state }: Subscription): boolean => state === "READ_ONLY" || state === "SUSPENDED";

/** Since when a factory can only be read, as text; null without an end. */
export const readOnlySince = ({ endsAt }: Subscription): string | null =>
  endsAt === null ? null : stepsAfter(endsAt).readOnlyAt.toISOString();

/** What may still be changed while a factory can only be read: one's own account, how one looks at things, and what keeps the data safe. */
const OPEN_WHEN_READ_ONLY: ReadonlySet<Permission> = new Set([
  "profile.manage",
  "notifications.read",
  "views.keep",
  "users.reset",
  "backups.create",
  "backups.openCopy",
  "plan.read",
]);

/** True for a permission whose changes go on while the factory can only be read. Whatever is not listed waits. */
export const isOpenWhenReadOnly = (permission: Permission): boolean => OPEN_WHEN_READ_ONLY.has(permission);

/** Permissions that only look, and those whose changes go on: what pages offer while a factory can only be read. */
export const offeredWhenReadOnly = (permissions: Iterable<Permission>): readonly Permission[] =>
  [...permissions].filter((permission) => LOOKING.test(permission) || isOpenWhenReadOnly(permission));
const LOOKING = /\.(read|readOwn|export|download)$/;

const moment = z.iso.datetime({ offset: true, error: "TIME_INVALID" });
const reference = z.string().trim().max(100, "TOO_LONG");

/** A payment that came: until when it pays, and what it was called. Sent twice, it is the same payment: what it is paid until says so. */
export const RecordPaymentInput = z.strictObject({ factoryId: Id, paidUntil: moment, reference });
export type RecordPaymentInput = z.infer<typeof RecordPaymentInput>;

/** Lets a trial go on, or begin anew, until a moment. */
export const ExtendTrialInput = z.strictObject({ factoryId: Id, endsAt: moment });
export type ExtendTrialInput = z.infer<typeof ExtendTrialInput>;

/** Puts a factory on another plan. */
export const ChangePlanInput = z.strictObject({
  factoryId: Id,
  plan: z.string().min(1, "REQUIRED").max(32, "TOO_LONG"),
});
export type ChangePlanInput = z.infer<typeof ChangePlanInput>;
