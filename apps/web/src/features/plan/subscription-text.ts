import { dayIn, type SubscriptionFacts } from "@storehouse/domain";
import { dayText } from "@storehouse/ui";
import { t } from "../../language/t.ts";

const dayOf = (moment: string | null, timeZone: string): string =>
  moment === null ? "" : dayText(dayIn(timeZone, new Date(moment)));

/** Where the subscription stands, in a sentence; days are the factory's. */
export function subscriptionText({ state, endsAt, readOnlyAt }: SubscriptionFacts, timeZone: string): string {
  if (state === "READ_ONLY" || state === "SUSPENDED")
    return t("plan.readOnlyUntil", { day: dayOf(readOnlyAt, timeZone) });
  if (state === "PAST_DUE") return t("plan.dueUntil", { day: dayOf(readOnlyAt, timeZone) });
  if (endsAt === null) return t("plan.paidWithoutEnd");
  return t(state === "TRIAL" ? "plan.trialUntil" : "plan.paidUntil", { day: dayOf(endsAt, timeZone) });
}

/** That the end is near, in a sentence. */
export const endingText = ({ state, endsAt }: SubscriptionFacts, timeZone: string): string =>
  t(state === "TRIAL" ? "plan.trialEnds" : "plan.periodEnds", { day: dayOf(endsAt, timeZone) });
