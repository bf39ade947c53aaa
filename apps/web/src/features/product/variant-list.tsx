"use client";
import type { ProductDetail, VariantRow } from "@storehouse/domain";
import { Badge, Button, type Column, DataTable, EmptyState, Money, Quantity } from "@storehouse/ui";
import { Layers, Plus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { NEW } from "../../components/use-list-address.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { VariantSheet } from "./variant-sheet.tsx";

/** A product's variants: sizes, colours, and how each is doing. A product with one has it here too, for its minimum and barcodes. */
export function VariantList({ product }: { product: ProductDetail }) {
  const can = useCan();
  const [openId, setOpen] = useQueryState("variantOpen", parseAsString);
  const close = () => void setOpen(null);
  const open = product.variants.find((variant) => variant.id === openId);
  return (
    <div className="space-y-4">
      <DataTable
        label={t("product.variants")}
        columns={columnsOf(product.unit)}
        rows={product.variants}
        state="ready"
        rowId={(row) => row.id}
        rowLabel={(row) => row.name ?? row.sku}
        isQuiet={(row) => row.isArchived}
        onOpen={(row) => void setOpen(row.id)}
        openId={openId}
        toolbar={
          can("products.update") && !product.isArchived ? (
            <Button onClick={() => void setOpen(NEW)}>
              <Plus aria-hidden />
              {t("product.addAVariant")}
            </Button>
          ) : null
        }
        empty={<EmptyState icon={Layers} title={t("product.noVariants")} />}
      />
      {openId === NEW ? <VariantSheet product={product} variant={null} onClose={close} /> : null}
      {open ? <VariantSheet key={open.id} product={product} variant={open} onClose={close} /> : null}
    </div>
  );
}

const columnsOf = (unit: string): readonly Column<VariantRow>[] => [
  { id: "sku", header: t("product.code"), width: 160, onCard: "line", cell: (row) => row.sku },
  {
    id: "name",
    header: t("product.name"),
    isGrowing: true,
    width: 200,
    onCard: "title",
    cell: (row) => row.name ?? "–",
  },
  { id: "attributes", header: t("product.attributes"), width: 220, cell: (row) => attributesText(row.attributes) },
  {
    id: "onHand",
    header: t("product.onHand"),
    width: 150,
    align: "end",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={unit} />,
  },
  {
    id: "minimum",
    header: t("product.minimum"),
    width: 140,
    align: "end",
    cell: (row) =>
      row.minimumStock === null ? (
        <span className="text-faint">–</span>
      ) : (
        <Quantity value={row.minimumStock} unit={unit} />
      ),
  },
  {
    id: "cost",
    header: t("product.averageCost"),
    width: 130,
    align: "end",
    cell: (row) => <Money value={row.averageCost} isUnit />,
  },
  { id: "barcodes", header: t("product.barcodes"), width: 180, cell: (row) => row.barcodes.join(", ") || "–" },
  {
    id: "state",
    header: t("product.state"),
    width: 110,
    cell: (row) => (row.isArchived ? <Badge>{t("common.archived")}</Badge> : t("product.inUse")),
  },
];

const attributesText = (attributes: VariantRow["attributes"]): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ") || "–";
