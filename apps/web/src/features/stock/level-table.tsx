"use client";
import { DataTable, EmptyState } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Boxes } from "lucide-react";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { t } from "../../language/t.ts";
import { PRODUCT_LEVEL_COLUMNS } from "./columns.tsx";
import { ExportMenu } from "../export/index.ts";

/** What is left of one product, place by place. */
export function LevelTable({ productId }: { productId: string }) {
  const utils = trpc.useUtils();
  const input = { productId, limit: 50, sort: "location", direction: "asc", isZeroShown: false } as const;
  const table = usePages(getQueryKey(trpc.inventory.levels, input, "infinite"), (after, signal) =>
    utils.client.inventory.levels.query({ ...input, after }, { signal }),
  );
  return (
    <DataTable
      {...table}
      label={t("stock.stockByPlace")}
      columns={PRODUCT_LEVEL_COLUMNS}
      tools={(columns) => <ExportMenu seen={{ list: "levels", filters: input }} columns={columns} />}
      rowId={(row) => `${row.variantId} ${row.locationId}`}
      rowLabel={(row) => row.locationName}
      empty={<EmptyState icon={Boxes} title={t("stock.nothingInStock")} text={t("stock.onceSomeIsBookedIn")} />}
    />
  );
}
