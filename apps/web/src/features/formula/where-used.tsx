"use client";
import { Button, Card, groupDigits } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { nameOf } from "../product/index.ts";
import { t } from "../../language/t.ts";

/** The products whose formulas in use need this one. Nothing where there are none. */
export function WhereUsed({ variantId }: { variantId: string }) {
  const utils = trpc.useUtils();
  const input = { variantId, limit: 50 };
  const { rows, hasMore, onMore } = usePages(
    getQueryKey(trpc.productFormulas.whereUsed, input, "infinite"),
    (after, signal) => utils.client.productFormulas.whereUsed.query({ ...input, after }, { signal }),
  );
  if (rows.length === 0) return null;
  return (
    <Card title={t("formula.usedIn")} isFlush>
      <ul className="border-t">
        {rows.map((row) => (
          <li key={row.formulaId} className="flex flex-wrap justify-between gap-x-4 border-b px-5 py-2.5 last:border-0">
            <PageLink href={`/products/${row.productId}?tab=formula`} className="hover:underline">
              {nameOf(row)}
            </PageLink>
            <span className="tabular text-quiet">
              {t("formula.for", {
                quantity: groupDigits(row.quantity),
                unit: row.unit,
                outputQuantity: groupDigits(row.outputQuantity),
                outputUnit: row.outputUnit,
              })}
            </span>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <Button variant="ghost" className="m-2" onClick={onMore}>
          {t("formula.more")}
        </Button>
      ) : null}
    </Card>
  );
}
