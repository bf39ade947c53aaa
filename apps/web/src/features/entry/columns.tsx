import type { EntryRow } from "@storehouse/domain";
import { type Column, Money, Quantity } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { TypeChip } from "./type-chip.tsx";
import { When } from "./when.tsx";

const WHEN: Column<EntryRow> = {
  id: "at",
  get header() {
    return t("common.when");
  },
  width: 165,
  sortKey: "at",
  firstDirection: "desc",
  onCard: "line",
  cell: (row) => <When at={row.occurredAt} />,
  cardCell: (row) => <When at={row.occurredAt} />,
};
const type = (more: Partial<Column<EntryRow>> = {}): Column<EntryRow> => ({
  id: "type",
  get header() {
    return t("entry.type");
  },
  width: 160,
  leadKey: "type",
  cell: (row) => <TypeChip entry={row} />,
  cardCell: (row) => <TypeChip entry={row} />,
  ...more,
});
const PRODUCT: Column<EntryRow> = {
  id: "product",
  get header() {
    return t("common.product");
  },
  isGrowing: true,
  width: 220,
  onCard: "title",
  cell: (row) => (row.variantName ? `${row.productName}, ${row.variantName}` : row.productName),
};
const QUANTITY: Column<EntryRow> = {
  id: "quantity",
  get header() {
    return t("common.quantity");
  },
  width: 120,
  align: "end",
  onCard: "corner",
  cell: (row) => <Quantity value={row.quantity} unit={row.unit} isSigned />,
};
const PLACE: Column<EntryRow> = {
  id: "place",
  get header() {
    return t("common.place");
  },
  width: 150,
  leadKey: "location",
  cell: (row) => row.locationName,
  cardCell: (row) => row.locationName,
};
const BALANCE: Column<EntryRow> = {
  id: "balance",
  get header() {
    return t("entry.leftAfter");
  },
  width: 115,
  align: "end",
  cell: (row) => <Quantity value={row.balance} unit={row.unit} />,
};
const REST: readonly Column<EntryRow>[] = [
  {
    id: "person",
    get header() {
      return t("entry.person");
    },
    width: 120,
    leadKey: "user",
    onCard: "none",
    cell: (row) => row.userName,
  },
  {
    id: "reference",
    get header() {
      return t("common.reference");
    },
    width: 110,
    isHiddenAtFirst: true,
    cell: (row) => row.reference ?? "–",
  },
  {
    id: "cost",
    get header() {
      return t("entry.unitCost");
    },
    width: 120,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Money value={row.unitCost} isUnit />,
  },
  {
    id: "value",
    get header() {
      return t("entry.value");
    },
    width: 130,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Money value={row.value} />,
  },
  {
    id: "note",
    get header() {
      return t("common.note");
    },
    width: 220,
    isHiddenAtFirst: true,
    cell: (row) => row.note ?? "–",
  },
];

/** The columns of the ledger. */
export const ENTRY_COLUMNS: readonly Column<EntryRow>[] = [WHEN, type(), PRODUCT, QUANTITY, PLACE, BALANCE, ...REST];
/** The same within one product, whose name is known. */
export const PRODUCT_ENTRY_COLUMNS: readonly Column<EntryRow>[] = [
  WHEN,
  type({ onCard: "title" }),
  QUANTITY,
  PLACE,
  BALANCE,
  ...REST,
];
