import type { MovementRow, PastLevelRow } from "@storehouse/domain";
import { type Column, Money, Quantity } from "@storehouse/ui";
import { t } from "../../language/t.ts";

type Named = Readonly<{ productName: string; variantName: string | null; sku: string }>;

const product = <Row extends Named>(): Column<Row> => ({
  id: "product",
  get header() {
    return t("common.product");
  },
  isGrowing: true,
  width: 240,
  onCard: "title",
  cell: (row) => (row.variantName ? `${row.productName}, ${row.variantName}` : row.productName),
});
const code = <Row extends Named>(): Column<Row> => ({
  id: "sku",
  get header() {
    return t("stock.code");
  },
  width: 110,
  cell: (row) => row.sku,
  cardCell: (row) => row.sku,
});

/** The columns of what was where. */
export const PAST_COLUMNS: readonly Column<PastLevelRow>[] = [
  product(),
  code(),
  {
    id: "place",
    get header() {
      return t("common.place");
    },
    width: 180,
    cell: (row) => row.locationName,
    cardCell: (row) => row.locationName,
  },
  {
    id: "onHand",
    get header() {
      return t("stock.onHand");
    },
    width: 140,
    align: "end",
    onCard: "corner",
    cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
  },
  {
    id: "value",
    get header() {
      return t("stock.value");
    },
    width: 150,
    align: "end",
    cell: (row) => <Money value={row.value} />,
  },
];

const amount = (
  id: "opening" | "cameIn" | "wentOut" | "closing",
  header: "stock.atFirst" | "stock.came" | "stock.went" | "stock.atLast",
  sign: "" | "+" | "-",
): Column<MovementRow> => ({
  id,
  get header() {
    return t(header);
  },
  width: 140,
  align: "end",
  onCard: id === "closing" ? "corner" : "line",
  cell: (row) => <Amount row={row} of={id} sign={sign} />,
});

function Amount({
  row,
  of,
  sign,
}: {
  row: MovementRow;
  of: "opening" | "cameIn" | "wentOut" | "closing";
  sign: string;
}) {
  const value = row[of];
  if (value === "0" && sign !== "") return <span className="text-faint">–</span>;
  return <Quantity value={sign === "-" ? `-${value}` : value} unit={row.unit} isSigned={sign === "+"} />;
}

/** The columns of what came and went. */
export const MOVEMENT_COLUMNS: readonly Column<MovementRow>[] = [
  product(),
  code(),
  amount("opening", "stock.atFirst", ""),
  amount("cameIn", "stock.came", "+"),
  amount("wentOut", "stock.went", "-"),
  amount("closing", "stock.atLast", ""),
];
