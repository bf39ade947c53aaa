import type { CentralDb } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import type { PlatformActor } from "../record-platform-event.ts";
import { changeSubscription, type Decision, type Standing } from "./locked-factory.ts";

/** Why a factory was shut that nobody paid for; what was shut for another reason is not opened by a payment. */
export const UNPAID = "The subscription ended and was not renewed. Everything is kept.";

type By = Readonly<{ factoryId: string; until: Date; now: Date; actor: PlatformActor }>;

/**
 * Writes down that a factory is paid for until a moment: all works again, at once. Sent twice, it is written once. Throws NOT_FOUND, INVALID for a moment
 * that is past.
 */
export async function recordPayment(
  central: CentralDb,
  { factoryId, until, now, actor }: By,
  reference: string,
): Promise<Decision | undefined> {
  if (until <= now) fail({ code: "INVALID", field: "paidUntil", reason: "IN_THE_PAST" });
  return changeSubscription(central, factoryId, actor, (standing) => {
    const { state, endsAt } = standing.subscription;
    if (state === "ACTIVE" && endsAt?.getTime() === until.getTime()) return undefined;
    const set = { subscription: "ACTIVE", periodEndsAt: until, ...opened(standing) };
    const detail = { paidUntil: until.toISOString(), reference, before: state };
    return { set, action: "factory.recordPayment", detail };
  });
}

/** Lets a trial go on until a moment, or begin anew. Sent twice, it is written once. Throws NOT_FOUND, INVALID for a moment that is past. */
export async function extendTrial(
  central: CentralDb,
  { factoryId, until, now, actor }: By,
): Promise<Decision | undefined> {
  if (until <= now) fail({ code: "INVALID", field: "endsAt", reason: "IN_THE_PAST" });
  return changeSubscription(central, factoryId, actor, (standing) => {
    const { state, endsAt } = standing.subscription;
    if (state === "TRIAL" && endsAt?.getTime() === until.getTime()) return undefined;
    const set = { subscription: "TRIAL", periodEndsAt: until, ...opened(standing) };
    return { set, action: "factory.extendTrial", detail: { endsAt: until.toISOString(), before: state } };
  });
}

const opened = ({ state, suspendReason }: Standing) =>
  state === "SUSPENDED" && suspendReason === UNPAID ? { state: "READY", suspendReason: null, suspendedAt: null } : {};
