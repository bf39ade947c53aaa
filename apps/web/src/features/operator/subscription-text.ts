import { dayIn, type SubscriptionFacts } from "@storehouse/domain";
import { dayText } from "@storehouse/ui";
import { B } from "./billing-words.ts";

const dayOf = (moment: string | null): string => (moment === null ? "" : dayText(dayIn("UTC", new Date(moment))));

/** How a subscription stands, and what comes next. Days are those of UTC, as the console's payments are. */
export function subscriptionText({ state, endsAt, readOnlyAt, suspendedAt }: SubscriptionFacts): string {
  if (endsAt === null) return `${B.state[state]}, ${B.endless}`;
  if (state === "PAST_DUE") return `${B.state[state]}, ${B.readOnlyFrom(dayOf(readOnlyAt))}`;
  if (state === "READ_ONLY") return `${B.state[state]}, ${B.shutFrom(dayOf(suspendedAt))}`;
  return state === "SUSPENDED" ? B.state[state] : `${B.state[state]}, ${B.until(dayOf(endsAt))}`;
}
