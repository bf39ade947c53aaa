import type { EntryRow } from "@storehouse/domain";
import { type Column, Money, Quantity } from "@storehouse/ui";
import { TypeChip } from "./type-chip.tsx";
import { When } from "./when.tsx";

const WHEN: Column<EntryRow> = {
  id: "at",
  header: "When",
  width: 165,
  sortKey: "at",
  firstDirection: "desc",
  onCard: "line",
  cell: (row) => <When at={row.occurredAt} />,
  cardCell: (row) => <When at={row.occurredAt} />,
};
const TYPE: Column<EntryRow> = {
  id: "type",
  header: "Type",
  width: 160,
  cell: (row) => <TypeChip entry={row} />,
  cardCell: (row) => <TypeChip entry={row} />,
};
const PRODUCT: Column<EntryRow> = {
  id: "product",
  header: "Product",
  isGrowing: true,
  width: 220,
  onCard: "title",
  cell: (row) => (row.variantName ? `${row.productName}, ${row.variantName}` : row.productName),
};
const QUANTITY: Column<EntryRow> = {
  id: "quantity",
  header: "Quantity",
  width: 120,
  align: "end",
  onCard: "corner",
  cell: (row) => <Quantity value={row.quantity} unit={row.unit} isSigned />,
};
const PLACE: Column<EntryRow> = {
  id: "place",
  header: "Place",
  width: 150,
  cell: (row) => row.locationName,
  cardCell: (row) => row.locationName,
};
const BALANCE: Column<EntryRow> = {
  id: "balance",
  header: "Left after",
  width: 115,
  align: "end",
  cell: (row) => <Quantity value={row.balance} unit={row.unit} />,
};
const REST: readonly Column<EntryRow>[] = [
  { id: "person", header: "Person", width: 120, onCard: "none", cell: (row) => row.userName },
  { id: "reference", header: "Reference", width: 110, isHiddenAtFirst: true, cell: (row) => row.reference ?? "–" },
  {
    id: "cost",
    header: "Unit cost",
    width: 120,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Money value={row.unitCost} isExact />,
  },
  {
    id: "value",
    header: "Value",
    width: 130,
    align: "end",
    isHiddenAtFirst: true,
    cell: (row) => <Money value={row.value} />,
  },
  { id: "note", header: "Note", width: 220, isHiddenAtFirst: true, cell: (row) => row.note ?? "–" },
];

/** The columns of the ledger. */
export const ENTRY_COLUMNS: readonly Column<EntryRow>[] = [WHEN, TYPE, PRODUCT, QUANTITY, PLACE, BALANCE, ...REST];
/** The same within one product, whose name is known. */
export const PRODUCT_ENTRY_COLUMNS: readonly Column<EntryRow>[] = [
  WHEN,
  { ...TYPE, onCard: "title" },
  QUANTITY,
  PLACE,
  BALANCE,
  ...REST,
];
