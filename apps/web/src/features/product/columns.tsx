import type { ProductRow } from "@storehouse/domain";
import { Badge, type Column, Money, Quantity } from "@storehouse/ui";
import { CATEGORY_WORDS } from "../subcategory/index.ts";
import { SOURCE_TYPE_WORDS } from "./words.ts";

/** The columns of the product list. Money is in the factory's currency, which the page names once. */
export const PRODUCT_COLUMNS: readonly Column<ProductRow>[] = [
  {
    id: "code",
    header: "Code",
    width: 110,
    sortKey: "code",
    onCard: "line",
    cell: (row) => row.code,
    cardCell: (row) => row.code,
  },
  {
    id: "name",
    header: "Name",
    isGrowing: true,
    width: 240,
    sortKey: "name",
    onCard: "title",
    cell: (row) => row.name,
  },
  { id: "category", header: "Category", width: 130, onCard: "none", cell: (row) => CATEGORY_WORDS[row.category] },
  {
    id: "subcategory",
    header: "Subcategory",
    width: 150,
    isHiddenAtFirst: true,
    onCard: "none",
    cell: (row) => row.subcategoryName ?? "–",
  },
  {
    id: "onHand",
    header: "On hand",
    width: 120,
    align: "end",
    sortKey: "onHand",
    firstDirection: "desc",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
  },
  {
    id: "available",
    header: "Available",
    width: 150,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Quantity value={row.available} unit={row.unit} />,
  },
  {
    id: "minimum",
    header: "Minimum",
    width: 110,
    align: "end",
    onCard: "none",
    cell: (row) =>
      row.minimumStock === null ? (
        <span className="text-faint">–</span>
      ) : (
        <Quantity value={row.minimumStock} unit={row.unit} />
      ),
  },
  {
    id: "state",
    header: "State",
    width: 110,
    cell: (row) => <ProductState row={row} />,
    cardCell: (row) => (isFine(row) ? null : <ProductState row={row} />),
  },
  {
    id: "price",
    header: "Price",
    width: 110,
    align: "end",
    onCard: "none",
    cell: (row) => <Money value={row.price} />,
  },
  {
    id: "value",
    header: "Value",
    width: 130,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Money value={row.value} />,
  },
  {
    id: "supplier",
    header: "Supplier",
    width: 160,

    onCard: "none",
    cell: (row) => row.supplierName ?? "–",
  },
  { id: "place", header: "Kept at", width: 150, isHiddenAtFirst: true, cell: (row) => row.defaultLocationName ?? "–" },
  {
    id: "source",
    header: "Comes from",
    width: 120,
    isHiddenAtFirst: true,
    cell: (row) => SOURCE_TYPE_WORDS[row.sourceType],
  },
];

type StateOf = Pick<ProductRow, "isArchived" | "isLow" | "onHand">;

const isOut = ({ onHand }: StateOf): boolean => !/[1-9]/.test(onHand);
const isFine = (row: StateOf): boolean => !row.isArchived && !row.isLow && !isOut(row);

/** A product's state in a word: archived, out, low, or fine. Out is a problem only where a minimum was asked for. */
export function ProductState({ row }: { row: StateOf }) {
  if (row.isArchived) return <Badge>Archived</Badge>;
  if (isOut(row)) return row.isLow ? <Badge meaning="problem">Out</Badge> : <Badge>Out</Badge>;
  return row.isLow ? <Badge meaning="attention">Low</Badge> : <Badge meaning="fine">Fine</Badge>;
}
