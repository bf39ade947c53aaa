import { groupDigits } from "@storehouse/ui";
import type { SearchKind, SearchRecord } from "@storehouse/domain";
import { FlaskConical, History, type LucideIcon, MapPin, Package, Truck, User } from "lucide-react";
import { ENTRY_TYPE_WORDS } from "../../components/entry-type-words.ts";
import { LOCATION_TYPE_WORDS } from "../location/index.ts";
import { t } from "../../language/t.ts";

/** What each kind is called over its finds, and its sign. */
export const KIND_WORDS: Readonly<Record<SearchKind, Readonly<{ label: string; icon: LucideIcon }>>> = {
  product: {
    get label() {
      return t("search.products");
    },
    icon: Package,
  },
  formula: {
    get label() {
      return t("search.formulas");
    },
    icon: FlaskConical,
  },
  entry: {
    get label() {
      return t("search.entries");
    },
    icon: History,
  },
  place: {
    get label() {
      return t("search.places");
    },
    icon: MapPin,
  },
  person: {
    get label() {
      return t("search.people");
    },
    icon: User,
  },
  supplier: {
    get label() {
      return t("search.suppliers");
    },
    icon: Truck,
  },
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
      return record.isActive ? record.username : t("search.deactivated", { username: record.username });
    case "supplier":
      return record.contact ?? "";
  }
}

/** A record as its row is headed: an entry by what it was found by. */
export const labelOf = (record: SearchRecord): string =>
  record.kind === "entry" ? `${record.reference} · ${record.name}` : record.name;
