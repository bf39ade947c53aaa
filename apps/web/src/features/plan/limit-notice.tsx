"use client";
import { nearLimits } from "@storehouse/domain";
import { Banner, groupDigits } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { LIMIT_WORDS } from "./limit-words.ts";

const FRESH_MS = 5 * 60_000;

/** Says which limits of the plan are near, before somebody runs into one. Nothing is drawn while there is room. */
export function LimitNotice() {
  const usage = trpc.plan.get.useQuery(undefined, { staleTime: FRESH_MS });
  const near = usage.data === undefined ? [] : nearLimits(usage.data);
  if (near.length === 0) return null;
  const isReached = near.some((one) => one.isReached);
  const what = near
    .filter((one) => one.isReached === isReached)
    .map(({ limit, used, allowed }) => t("plan.nearOne", { label: LIMIT_WORDS[limit], ...said({ used, allowed }) }))
    .join(", ");
  return (
    <Banner meaning="attention">
      {isReached ? t("plan.reached", { what }) : t("plan.near", { what })}{" "}
      <PageLink href="/settings" className="font-medium underline underline-offset-4">
        {t("plan.seeLimits")}
      </PageLink>
    </Banner>
  );
}

const said = ({ used, allowed }: Readonly<{ used: number; allowed: number }>) => ({
  used: groupDigits(String(used)),
  allowed: groupDigits(String(allowed)),
});
