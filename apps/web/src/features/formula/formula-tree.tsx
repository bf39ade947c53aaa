"use client";
import type { TreeRow } from "@storehouse/domain";
import { Card, ErrorState, Money, Quantity, Skeleton } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { nameOf } from "../product/index.ts";
import { errorMessage, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** All that goes into a product, level under level, with what each line costs. */
export function FormulaTree({ variantId }: { variantId: string }) {
  const { currency } = useMe();
  const tree = trpc.productFormulas.tree.useQuery({ variantId });
  return (
    <Card title={t("formula.allLevels")} hint={t("formula.whatGoesInLevelUnder", { currency })} isFlush>
      {tree.data ? (
        <Levels rows={tree.data.rows} />
      ) : tree.isError ? (
        <ErrorState text={errorMessage(tree.error)} onRetry={() => void tree.refetch()} />
      ) : (
        <Skeleton className="m-5 h-32" />
      )}
    </Card>
  );
}

function Levels({ rows }: { rows: readonly TreeRow[] }) {
  return (
    <table className="w-full border-t [&_wbr]:hidden">
      <thead>
        <tr className="border-b text-xs text-faint [&>th]:px-3 sm:[&>th]:px-5 [&>th]:py-2 [&>th]:font-normal">
          <th scope="col" className="text-left">
            {t("formula.component2")}
          </th>
          <th scope="col" className="text-right">
            {t("common.quantity")}
          </th>
          <th scope="col" className="text-right max-sm:hidden">
            {t("formula.onHand")}
          </th>
          <th scope="col" className="text-right">
            {t("formula.cost")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // The order is the tree's own: a variant may stand in it more than once.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={at} className="border-b last:border-0 [&>*]:px-3 sm:[&>*]:px-5 [&>*]:py-2">
            <th scope="row" className="text-left font-normal">
              <span className="block" style={{ paddingLeft: `${row.level * 20}px` }}>
                <PageLink href={`/products/${row.productId}`} className="hover:underline">
                  {nameOf(row)}
                </PageLink>
                {row.scrapPercent === "0" ? null : (
                  <span className="text-xs text-faint"> {t("formula.scrap3", { scrapPercent: row.scrapPercent })}</span>
                )}
              </span>
            </th>
            <td className="text-right">
              <Quantity value={row.quantity} unit={row.unit} />
            </td>
            <td className="text-right text-quiet max-sm:hidden">
              <Quantity value={row.onHand} unit={row.unit} />
            </td>
            <td className="text-right">
              <Money value={row.cost} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
