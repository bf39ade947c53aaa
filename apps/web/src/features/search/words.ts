import { groupDigits } from "@storehouse/ui";
import type { SearchKind, SearchRecord } from "@storehouse/domain";
import { FlaskConical, History, type LucideIcon, MapPin, Package, Truck, User } from "lucide-react";
import { ENTRY_TYPE_WORDS } from "../../components/entry-type-words.ts";
import { LOCATION_TYPE_WORDS } from "../location/index.ts";

/** What each kind is called over its finds, and its sign. */
export const KIND_WORDS: Readonly<Record<SearchKind, Readonly<{ label: string; icon: LucideIcon }>>> = {
  product: { label: "Products", icon: Package },
  formula: { label: "Formulas", icon: FlaskConical },
  entry: { label: "Entries", icon: History },
  place: { label: "Places", icon: MapPin },
  person: { label: "People", icon: User },
  supplier: { label: "Suppliers", icon: Truck },
};

/** What tells a record from others of its name. */
export function hintOf(record: SearchRecord): string {
  switch (record.kind) {
    case "product":
    case "formula":
      return record.sku;
    case "entry":
      return `${ENTRY_TYPE_WORDS[record.type]} ${groupDigits(record.quantity)} ${record.unit}`;
    case "place":
      return LOCATION_TYPE_WORDS[record.type];
    case "person":
      return record.isActive ? record.username : `${record.username} · deactivated`;
    case "supplier":
      return record.contact ?? "";
  }
}

/** A record as its row is headed: an entry by what it was found by. */
export const labelOf = (record: SearchRecord): string =>
  record.kind === "entry" ? `${record.reference} · ${record.name}` : record.name;
