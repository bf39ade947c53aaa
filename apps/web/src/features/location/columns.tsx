import type { LocationRow } from "@storehouse/domain";
import { Badge, type Column } from "@storehouse/ui";
import { LOCATION_TYPE_WORDS } from "./words.ts";

/** The columns of the places. */
export const LOCATION_COLUMNS: readonly Column<LocationRow>[] = [
  { id: "name", header: "Name", isGrowing: true, width: 220, cell: (row) => row.name },
  { id: "type", header: "Used as", width: 180, cell: (row) => LOCATION_TYPE_WORDS[row.type] },
  { id: "site", header: "Stands in", width: 200, cell: (row) => row.siteName ?? "–" },
  {
    id: "state",
    header: "State",
    width: 120,
    onCard: "corner",
    cell: (row) => (row.isArchived ? <Badge>Archived</Badge> : "In use"),
  },
];
