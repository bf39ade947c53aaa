"use client";
import { Banner } from "@storehouse/ui";
import { usePathname } from "next/navigation";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { useCan, useMe } from "../session/index.ts";
import { endingText, subscriptionText } from "./subscription-text.ts";

/** Says over every page what of the subscription people must know: everybody that nothing can be changed, masters also what is to come. */
export function SubscriptionBanner() {
  const { subscription, timeZone } = useMe();
  const mayKnow = useCan()("plan.read");
  const isOnPlan = usePathname() === "/settings";
  const { state, isEnding } = subscription;
  const link =
    mayKnow && !isOnPlan ? (
      <PageLink href="/settings#plan" className="font-semibold underline underline-offset-4">
        {t("plan.seePlan")}
      </PageLink>
    ) : null;
  if (state === "READ_ONLY" || state === "SUSPENDED")
    return (
      <Banner meaning="problem" className="mb-5" action={link}>
        {subscriptionText(subscription, timeZone)}
      </Banner>
    );
  if (!mayKnow || (state !== "PAST_DUE" && !isEnding)) return null;
  return (
    <Banner meaning="attention" className="mb-5" action={link}>
      {isEnding ? endingText(subscription, timeZone) : subscriptionText(subscription, timeZone)}
    </Banner>
  );
}
