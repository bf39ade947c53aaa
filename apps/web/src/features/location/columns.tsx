import type { LocationRow } from "@storehouse/domain";
import { Badge, type Column } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { LOCATION_TYPE_WORDS } from "./words.ts";

/** The columns of the places. */
export const LOCATION_COLUMNS: readonly Column<LocationRow>[] = [
  {
    id: "name",
    get header() {
      return t("location.name");
    },
    isGrowing: true,
    width: 220,
    sortKey: "name",
    leadKey: "name",
    cell: (row) => row.name,
  },
  {
    id: "type",
    get header() {
      return t("location.usedAs");
    },
    width: 180,
    sortKey: "type",
    leadKey: "type",
    cell: (row) => LOCATION_TYPE_WORDS[row.type],
  },
  {
    id: "site",
    get header() {
      return t("location.standsIn");
    },
    width: 200,
    sortKey: "site",
    leadKey: "site",
    cell: (row) => row.siteName ?? "–",
  },
  {
    id: "state",
    get header() {
      return t("location.state");
    },
    width: 120,
    onCard: "corner",
    cell: (row) => (row.isArchived ? <Badge>{t("common.archived")}</Badge> : t("location.inUse")),
  },
];
