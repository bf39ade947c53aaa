import type { LevelRow } from "@storehouse/domain";
import { Badge, type Column, Money, Quantity } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { MinimumBar } from "./minimum-bar.tsx";

/** A low level in a word with its shape: nothing left, or too little over all places. */
function LevelState({ level }: { level: LevelRow }) {
  const isOut = !/[1-9]/.test(level.onHand);
  return <Badge meaning={isOut ? "problem" : "attention"}>{isOut ? t("stock.outOfStock") : t("stock.low")}</Badge>;
}

const PRODUCT: Column<LevelRow> = {
  id: "product",
  get header() {
    return t("common.product");
  },
  isGrowing: true,
  width: 240,
  sortKey: "product",
  cell: (row) => (row.variantName ? `${row.productName}, ${row.variantName}` : row.productName),
};
const SKU: Column<LevelRow> = {
  id: "sku",
  get header() {
    return t("stock.code");
  },
  width: 110,
  cell: (row) => row.sku,
  cardCell: (row) => row.sku,
};
const place = (more: Partial<Column<LevelRow>> = {}): Column<LevelRow> => ({
  id: "place",
  get header() {
    return t("common.place");
  },
  width: 180,
  sortKey: "location",
  leadKey: "location",
  cell: (row) => row.locationName,
  cardCell: (row) => row.locationName,
  ...more,
});
const NUMBERS: readonly Column<LevelRow>[] = [
  {
    id: "onHand",
    get header() {
      return t("stock.onHand");
    },
    width: 130,
    align: "end",
    sortKey: "onHand",
    firstDirection: "desc",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
  },
  {
    id: "reserved",
    get header() {
      return t("stock.reserved");
    },
    width: 140,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Quantity value={row.reserved} unit={row.unit} />,
  },
  {
    id: "available",
    get header() {
      return t("stock.available");
    },
    // Says what "on hand" says until something is reserved.
    isHiddenAtFirst: true,
    width: 130,
    align: "end",
    onCard: "none",
    cell: (row) => <Quantity value={row.available} unit={row.unit} />,
  },
  {
    id: "minimum",
    get header() {
      return t("stock.minimum");
    },
    width: 190,
    align: "end",
    cardCell: (row) => (row.isLow ? <LevelState level={row} /> : null),
    cell: (row) => <MinimumBar onHand={row.onHand} minimum={row.minimumStock} unit={row.unit} isLow={row.isLow} />,
  },
  {
    id: "state",
    get header() {
      return t("stock.state");
    },
    width: 100,
    onCard: "none",
    cell: (row) => (row.isLow ? <LevelState level={row} /> : null),
  },
  {
    id: "value",
    get header() {
      return t("stock.value");
    },
    width: 140,
    align: "end",
    onCard: "none",
    cell: (row) => <Money value={row.value} />,
  },
];

/** The columns of what is where. */
export const LEVEL_COLUMNS: readonly Column<LevelRow>[] = [PRODUCT, SKU, place(), ...NUMBERS];
/** The same within one product. */
export const PRODUCT_LEVEL_COLUMNS: readonly Column<LevelRow>[] = [
  place({ isGrowing: true, onCard: "title" }),
  SKU,
  ...NUMBERS,
];
