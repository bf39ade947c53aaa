import type { ProductRow } from "@storehouse/domain";
import { Badge, type Column, Money, Quantity } from "@storehouse/ui";
import { CATEGORY_WORDS } from "../subcategory/index.ts";
import { t } from "../../language/t.ts";
import { SOURCE_TYPE_WORDS } from "./words.ts";

/** The columns of the product list. Money is in the factory's currency, which the page names once. */
export const PRODUCT_COLUMNS: readonly Column<ProductRow>[] = [
  {
    id: "code",
    get header() {
      return t("product.code");
    },
    width: 110,
    sortKey: "code",
    onCard: "line",
    cell: (row) => row.code,
    cardCell: (row) => row.code,
  },
  {
    id: "name",
    get header() {
      return t("product.name");
    },
    isGrowing: true,
    width: 240,
    sortKey: "name",
    onCard: "title",
    cell: (row) => row.name,
  },
  {
    id: "category",
    get header() {
      return t("common.category");
    },
    width: 130,
    leadKey: "category",
    onCard: "none",
    cell: (row) => CATEGORY_WORDS[row.category],
  },
  {
    id: "subcategory",
    get header() {
      return t("common.subcategory");
    },
    width: 150,
    isHiddenAtFirst: true,
    onCard: "none",
    cell: (row) => row.subcategoryName ?? "–",
  },
  {
    id: "onHand",
    get header() {
      return t("product.onHand");
    },
    width: 120,
    align: "end",
    sortKey: "onHand",
    firstDirection: "desc",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
  },
  {
    id: "available",
    get header() {
      return t("product.available");
    },
    width: 150,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Quantity value={row.available} unit={row.unit} />,
  },
  {
    id: "minimum",
    get header() {
      return t("product.minimum");
    },
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
    get header() {
      return t("product.state");
    },
    width: 110,
    cell: (row) => <ProductState row={row} />,
    cardCell: (row) => (isFine(row) ? null : <ProductState row={row} />),
  },
  {
    id: "price",
    get header() {
      return t("product.price");
    },
    width: 110,
    align: "end",
    sortKey: "price",
    firstDirection: "desc",
    onCard: "none",
    cell: (row) => <Money value={row.price} />,
  },
  {
    id: "value",
    get header() {
      return t("product.value");
    },
    width: 130,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Money value={row.value} />,
  },
  {
    id: "supplier",
    get header() {
      return t("product.supplier");
    },
    width: 160,

    onCard: "none",
    cell: (row) => row.supplierName ?? "–",
  },
  {
    id: "place",
    get header() {
      return t("product.keptAt");
    },
    width: 150,
    isHiddenAtFirst: true,
    cell: (row) => row.defaultLocationName ?? "–",
  },
  {
    id: "source",
    get header() {
      return t("product.comesFrom");
    },
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
  if (row.isArchived) return <Badge>{t("common.archived")}</Badge>;
  if (isOut(row))
    return row.isLow ? <Badge meaning="problem">{t("product.out")}</Badge> : <Badge>{t("product.out")}</Badge>;
  return row.isLow ? (
    <Badge meaning="attention">{t("product.low")}</Badge>
  ) : (
    <Badge meaning="fine">{t("product.fine")}</Badge>
  );
}
