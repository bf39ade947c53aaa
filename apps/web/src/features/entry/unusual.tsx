"use client";
import { timesTheUsual } from "@storehouse/domain";
import { Banner } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";

type UnusualProps = {
  variantId: string | undefined;
  quantity: string | undefined;
  isInbound: boolean;
  /** As in "12 times what usually comes in". */
  verb: string;
};

/** Says so when a quantity is ten times the usual of its product: often a 0 too many. It stands in nobody's way. */
export function Unusual({ variantId = "", quantity, isInbound, verb }: UnusualProps) {
  const isAsked = variantId !== "" && quantity !== undefined;
  const before = trpc.inventory.entries.useQuery({ variantId, limit: 40 }, { enabled: isAsked, staleTime: 60_000 });
  if (!isAsked || before.data === undefined) return null;
  const alike = before.data.rows.filter(
    (row) =>
      row.reversedById === null &&
      row.type !== "reversal" &&
      row.type !== "opening" &&
      row.quantity.startsWith("-") !== isInbound,
  );
  const times = timesTheUsual(
    quantity,
    alike.map((row) => row.quantity),
  );
  if (times === undefined) return null;
  return <Banner meaning="attention">{t("entry.thatIsTimesWhatUsually", { times, verb })}</Banner>;
}
