"use client";
import type { ProductDetail, VariantRow } from "@storehouse/domain";
import { Badge, Button, type Column, DataTable, EmptyState, Money, Quantity } from "@storehouse/ui";
import { Layers, Plus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { NEW } from "../../components/use-list-address.ts";
import { useCan } from "../session/index.ts";
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
        label="Variants"
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
              Add a variant
            </Button>
          ) : null
        }
        empty={<EmptyState icon={Layers} title="No variants" />}
      />
      {openId === NEW ? <VariantSheet product={product} variant={null} onClose={close} /> : null}
      {open ? <VariantSheet key={open.id} product={product} variant={open} onClose={close} /> : null}
    </div>
  );
}

const columnsOf = (unit: string): readonly Column<VariantRow>[] => [
  { id: "sku", header: "Code", width: 160, onCard: "line", cell: (row) => row.sku },
  { id: "name", header: "Name", isGrowing: true, width: 200, onCard: "title", cell: (row) => row.name ?? "–" },
  { id: "attributes", header: "Attributes", width: 220, cell: (row) => attributesText(row.attributes) },
  {
    id: "onHand",
    header: "On hand",
    width: 150,
    align: "end",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={unit} />,
  },
  {
    id: "minimum",
    header: "Minimum",
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
    header: "Average cost",
    width: 130,
    align: "end",
    cell: (row) => <Money value={row.averageCost} isExact />,
  },
  { id: "barcodes", header: "Barcodes", width: 180, cell: (row) => row.barcodes.join(", ") || "–" },
  { id: "state", header: "State", width: 110, cell: (row) => (row.isArchived ? <Badge>Archived</Badge> : "In use") },
];

const attributesText = (attributes: VariantRow["attributes"]): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ") || "–";
