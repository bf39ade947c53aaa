import type { LevelRow } from "@storehouse/domain";
import { Badge, type Column, Money, Quantity } from "@storehouse/ui";
import { MinimumBar } from "./minimum-bar.tsx";

/** A low level in a word with its shape: nothing left, or too little over all places. */
function LevelState({ level }: { level: LevelRow }) {
  const isOut = !/[1-9]/.test(level.onHand);
  return <Badge meaning={isOut ? "problem" : "attention"}>{isOut ? "Out" : "Low"}</Badge>;
}

const PRODUCT: Column<LevelRow> = {
  id: "product",
  header: "Product",
  isGrowing: true,
  width: 240,
  sortKey: "product",
  cell: (row) => (row.variantName ? `${row.productName}, ${row.variantName}` : row.productName),
};
const SKU: Column<LevelRow> = {
  id: "sku",
  header: "Code",
  width: 110,
  cell: (row) => row.sku,
  cardCell: (row) => row.sku,
};
const PLACE: Column<LevelRow> = {
  id: "place",
  header: "Place",
  width: 180,
  sortKey: "location",
  cell: (row) => row.locationName,
  cardCell: (row) => row.locationName,
};
const NUMBERS: readonly Column<LevelRow>[] = [
  {
    id: "onHand",
    header: "On hand",
    width: 130,
    align: "end",
    sortKey: "onHand",
    firstDirection: "desc",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
  },
  {
    id: "reserved",
    header: "Reserved",
    width: 140,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Quantity value={row.reserved} unit={row.unit} />,
  },
  {
    id: "available",
    header: "Available",
    // Says what "on hand" says until something is reserved.
    isHiddenAtFirst: true,
    width: 130,
    align: "end",
    onCard: "none",
    cell: (row) => <Quantity value={row.available} unit={row.unit} />,
  },
  {
    id: "minimum",
    header: "Minimum",
    width: 190,
    align: "end",
    cardCell: (row) => (row.isLow ? <LevelState level={row} /> : null),
    cell: (row) => <MinimumBar onHand={row.onHand} minimum={row.minimumStock} unit={row.unit} isLow={row.isLow} />,
  },
  {
    id: "state",
    header: "State",
    width: 100,
    onCard: "none",
    cell: (row) => (row.isLow ? <LevelState level={row} /> : null),
  },
  {
    id: "value",
    header: "Value",
    width: 140,
    align: "end",
    onCard: "none",
    cell: (row) => <Money value={row.value} />,
  },
];

/** The columns of what is where. */
export const LEVEL_COLUMNS: readonly Column<LevelRow>[] = [PRODUCT, SKU, PLACE, ...NUMBERS];
/** The same within one product. */
export const PRODUCT_LEVEL_COLUMNS: readonly Column<LevelRow>[] = [
  { ...PLACE, isGrowing: true, onCard: "title" },
  SKU,
  ...NUMBERS,
];
